import { verifyAuditChain } from '#modules/audit/index.ts';
import { verifyChains } from '#modules/registry/index.ts';
import { reindex as rebuildSearch } from '#modules/search/index.ts';
import type { Command } from '../command.ts';
import { withRuntime } from './roles.ts';

/** Rebuilds the search index from the records; readers keep the old one meanwhile. */
export const reindex: Command = {
  name: 'reindex',
  summary: { vi: 'Dựng lại chỉ mục tìm kiếm', en: 'Rebuild the search index' },
  usage: '',
  example: 'reindex',
  run: (invocation) =>
    withRuntime(invocation, async ({ db, knowledge }) => {
      const count = await rebuildSearch({
        db,
        catalogue: knowledge.catalogue,
        vocabularies: knowledge.vocabularies,
      });
      invocation.terminal.answer(
        { vi: `đã lập chỉ mục ${count} hồ sơ`, en: `indexed ${count} records` }[invocation.terminal.lang],
      );
      return 0;
    }),
};

/** Recomputes every hash of record versions and of the audit trail. */
export const verify: Command = {
  name: 'verify',
  summary: {
    vi: 'Kiểm tra chuỗi băm của phiên bản hồ sơ và nhật ký',
    en: 'Verify the hash chains of record versions and audit trail',
  },
  usage: '',
  example: 'verify',
  run: (invocation) =>
    withRuntime(invocation, async ({ db }) => {
      const versions = await verifyChains(db);
      const audit = await verifyAuditChain(db);
      invocation.terminal.answer(JSON.stringify({ versions, audit }));
      return versions.kind === 'intact' && audit.kind === 'intact' ? 0 : 1;
    }),
};

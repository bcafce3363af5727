import { migrateRecords } from '#modules/registry/index.ts';
import { KINDS } from '#modules/standards/index.ts';
import type { Command } from '../command.ts';
import { workQueue } from '../worker.ts';
import { withRuntime } from './roles.ts';

/** Brings records to the version of their standard that is in force; publishing the version itself is a change of data. */
export const standards: Command = {
  name: 'standards',
  summary: {
    vi: 'Đưa hồ sơ của một loại lên phiên bản chuẩn đang có hiệu lực',
    en: 'Bring the records of a kind to the version of their standard in force',
  },
  usage: 'migrate KIND [--dry-run]',
  example: 'standards migrate monument --dry-run',
  options: { 'dry-run': { type: 'boolean' } },
  positionals: { min: 2, max: 2 },
  run: (invocation) =>
    withRuntime(invocation, async (runtime) => {
      const [action, name] = invocation.positionals;
      const kind = KINDS.find((one) => one === name);
      if (action !== 'migrate' || !kind) {
        invocation.terminal.say({
          vi: `cách dùng: ./disan standards migrate KIND; KIND là một trong ${KINDS.join(', ')}`,
          en: `usage: ./disan standards migrate KIND; KIND is one of ${KINDS.join(', ')}`,
        });
        return 1;
      }
      const context = await runtime.contextAs('system');
      const dryRun = invocation.values['dry-run'] === true;
      const report = await migrateRecords(context, { catalogue: runtime.knowledge.catalogue, kind, dryRun });
      await workQueue(runtime);
      invocation.terminal.answer(JSON.stringify(report, null, 2));
      return report === null || report.problems.length > 0 ? 1 : 0;
    }),
};

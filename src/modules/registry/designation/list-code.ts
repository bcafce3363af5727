import { type Catalogue, codeKey } from '#modules/standards/index.ts';
import type { Issue } from '../outcome.ts';

const SCHEME = 'designation-list';

export interface ListCode {
  /** As stored; undefined when no list was asked for. */
  code?: string | undefined;
  issues: Issue[];
}

/** Addresses name a list in lower case with hyphens (`bao-vat-quoc-gia`), its rows as the code list does. */
export function listCode(catalogue: Catalogue, given: string | undefined): ListCode {
  if (given === undefined) return { issues: [] };
  const codes = catalogue.codeList(SCHEME)?.codes.map((entry) => entry.code) ?? [];
  const code = codes.find((known) => known === given || codeKey(known) === given);
  if (code !== undefined) return { code, issues: [] };
  const accepted = codes.map(codeKey).join(', ');
  const message = {
    vi: `Không có danh sách “${given}”. Các danh sách: ${accepted}.`,
    en: `There is no list “${given}”. The lists are: ${accepted}.`,
  };
  return { issues: [{ pointer: '/query/list', code: 'unknown-code', message }] };
}

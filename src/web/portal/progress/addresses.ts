import type { ItemState, Target } from '#modules/programme/index.ts';
import type { Lang } from '#platform/i18n/index.ts';
import { ADDRESSES } from '#web/layout/index.ts';

const TARGETS: Record<Lang, string> = {
  vi: `${ADDRESSES.progress.vi}/muc-tieu`,
  en: `${ADDRESSES.progress.en}/targets`,
};

export const PATTERNS = {
  target: { vi: `${TARGETS.vi}/:id`, en: `${TARGETS.en}/:id` },
  province: { vi: `${ADDRESSES.progress.vi}/:slug`, en: `${ADDRESSES.progress.en}/:slug` },
};

/** What narrows the list of a target. `place`: code of a province, 'none' where none is known. */
export interface ItemFilter {
  place?: string | undefined;
  state?: ItemState | undefined;
  after?: number | undefined;
}

function queryOf(filter: ItemFilter): string {
  const named = Object.entries(filter).filter(([, value]) => value !== undefined);
  const query = new URLSearchParams(named.map(([name, value]) => [name, String(value)])).toString();
  return query === '' ? '' : `?${query}`;
}

/** Addresses are in small letters (ux.md G1). */
export function targetAddress(lang: Lang, { id }: Target, filter: ItemFilter = {}): string {
  return `${TARGETS[lang]}/${id.toLowerCase()}${queryOf(filter)}`;
}

export function csvAddress(lang: Lang, { id }: Target, filter: ItemFilter = {}): string {
  return `${TARGETS[lang]}/${id.toLowerCase()}.csv${queryOf(filter)}`;
}

export function provinceAddress(lang: Lang, slug: string): string {
  return `${ADDRESSES.progress[lang]}/${slug}`;
}

import { type CsvCell, csvLine } from '#formats/csv/index.ts';
import { slugify } from '#formats/vietnamese/index.ts';
import type { ItemState, ProgrammeItem, Target } from '#modules/programme/index.ts';
import type { Lang } from '#platform/i18n/index.ts';
import { recordAddress } from '#web/layout/index.ts';
import { missingText } from './item-table.tsx';
import type { Province } from './matrix.tsx';
import { progressMessages } from './messages.ts';

export interface CsvContext {
  lang: Lang;
  origin: string;
  target: Target;
  state: ItemState;
  provinces: readonly Province[];
  /** The next items after a record, and where the following page begins. */
  page(after: number): Promise<{ items: ProgrammeItem[]; next?: number }>;
}

/** The rows of a list as CSV, page by page. */
export async function* csvOfItems(context: CsvContext): AsyncGenerator<string> {
  yield `\ufeff${csvLine(progressMessages[context.lang].csvColumns)}`;
  let after: number | undefined = 0;
  while (after !== undefined) {
    const { items, next } = await context.page(after);
    yield items.map((item) => csvLine(cellsOf(item, context), { guardFormulas: true })).join('');
    after = next;
  }
}

function cellsOf(item: ProgrammeItem, { lang, origin, target, provinces }: CsvContext): CsvCell[] {
  const text = progressMessages[lang];
  const { record, part, level, digitised, gone } = item;
  const state = gone !== null ? 'gone' : digitised ? 'done' : 'missing';
  return [
    record?.pid ?? '',
    record === null ? text.hidden : ((lang === 'en' ? record.title.en : undefined) ?? record.title.vi),
    record?.kind ?? '',
    target.parts.find(({ id }) => id === part)?.label[lang] ?? part,
    item.provinces.map((code) => provinces.find((one) => one.code === code)?.name ?? code).join('; '),
    level ?? text.below,
    text.states[state],
    missingText(item, lang),
    record === null ? '' : origin + recordAddress(lang, record.kind, record.pid, slugify(record.title.vi)),
  ];
}

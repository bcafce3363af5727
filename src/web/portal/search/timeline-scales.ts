import { type HistogramScale, type PeriodSpan, spansOf } from '#modules/search/index.ts';
import type { Vocabularies } from '#modules/vocabularies/index.ts';
import type { Lang } from '#platform/i18n/index.ts';
import { timelineMessages } from './timeline-messages.ts';

export const TIMELINE_SCALES = ['century', 'decade', 'dynasty'] as const;
export type TimelineScale = (typeof TIMELINE_SCALES)[number];

/** A stretch of the axis with its name. */
export interface NamedSpan extends PeriodSpan {
  label: string;
  /** The name under the axis. */
  tick: string;
}

/**
 * The rulers of Đại Việt and Việt Nam in their order, as identifiers of the vocabulary of periods. Champa and Óc Eo ran
 * beside them for centuries; they have no place in one row and are found by year.
 */
const DYNASTIES = [
  'prehistory',
  'van-lang',
  'au-lac',
  'nam-viet',
  'bac-thuoc',
  'ngo',
  'twelve-warlords',
  'dinh',
  'tien-le',
  'ly',
  'tran',
  'ho',
  'ming-occupation',
  'le-so',
  'mac',
  'le-trung-hung',
  'tay-son',
  'nguyen',
  'modern',
];

interface ScaleOptions {
  lang: Lang;
  vocabularies: Vocabularies;
  /** The year of today: nothing is from later. */
  year: number;
}

export function namedSpans(scale: TimelineScale, { lang, vocabularies, year }: ScaleOptions): NamedSpan[] {
  const spans = scale === 'dynasty' ? dynasties(vocabularies, lang) : calendarSpans(scale, lang);
  return spans.filter(({ from }) => from === null || from <= year);
}

function calendarSpans(scale: HistogramScale, lang: Lang): NamedSpan[] {
  return spansOf(scale).map((span) => ({ ...span, ...spanNames(span, scale, lang) }));
}

function spanNames(
  { from, to }: PeriodSpan,
  scale: HistogramScale,
  lang: Lang,
): Pick<NamedSpan, 'label' | 'tick'> {
  const text = timelineMessages[lang];
  if (from === null) {
    const year = yearText((to ?? 0) + 1, lang);
    return { label: text.before(year), tick: `< ${year}` };
  }
  if (scale === 'decade') return { label: text.decade(from), tick: String(from) };
  const century = Math.floor(from / 100) + (from > 0 ? 1 : 0);
  return { label: text.century(century), tick: text.shortCentury(century) };
}

/** Year 0 is 1 BCE. */
export function yearText(year: number, lang: Lang): string {
  return year <= 0 ? timelineMessages[lang].bce(1 - year) : String(year);
}

/**
 * Each dynasty from the year after the one before it, so that no year belongs to two; a record that bears the very years
 * of the dynasty, the shared year included, is of it for certain.
 */
function dynasties(vocabularies: Vocabularies, lang: Lang): NamedSpan[] {
  const concepts = vocabularies.vocabulary('periods')?.concepts ?? [];
  const known = new Map(concepts.map((concept) => [concept.id, concept]));
  let before: number | null = null;
  return DYNASTIES.flatMap((id): NamedSpan[] => {
    const period = known.get(id);
    if (period?.from == null || period.to == null) return [];
    const { from, to, prefLabel } = period;
    const first = before === null ? null : Math.max(from, before + 1);
    before = to;
    return [
      {
        from: first,
        to,
        within: { from: first === null ? null : from, to },
        label: prefLabel[lang],
        tick: prefLabel[lang],
      },
    ];
  });
}

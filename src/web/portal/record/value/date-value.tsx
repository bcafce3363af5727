import { formatDateRange } from '#formats/dates/index.ts';
import { describeDerivation, resolveEra } from '#formats/era/index.ts';
import type { Values } from '#modules/standards/index.ts';
import type { Lang } from '#platform/i18n/index.ts';
import type { RecordFrame } from '../frame.ts';
import { valueMessages } from './messages.ts';
import type { ValueProps } from './value-props.ts';

type DateOf = Values['date'];

/** A date as one short text: the range of days in words, else what the source says. */
export function dateText(date: DateOf, lang: Lang): string {
  const { earliest = null, latest = null, approximate, uncertain, verbatim, edtf } = date;
  if (earliest === null && latest === null) return verbatim ?? edtf ?? '';
  const certainty = uncertain ? 'uncertain' : approximate ? 'approximate' : 'certain';
  return formatDateRange({ earliest, latest, certainty }, lang);
}

export function DateValue({ value, frame }: ValueProps<'date'>) {
  const { verbatim } = value;
  const shown = dateText(value, frame.lang);
  if (verbatim === undefined || verbatim === shown) return <>{shown}</>;
  return (
    <>
      <span lang="vi">{verbatim}</span> ({shown})
    </>
  );
}

/** The code of the date and how the words of the source became days. */
export function DateDerivation({ value, frame }: ValueProps<'date'>) {
  const text = valueMessages[frame.lang].date;
  const sentences = derivation(value, frame);
  const { edtf } = value;
  if (sentences.length === 0 && edtf === undefined) return null;
  return (
    <details class="derivation">
      <summary>{text.how}</summary>
      <ul>
        {sentences.map((sentence) => (
          <li key={sentence}>{sentence}</li>
        ))}
        {edtf !== undefined && (
          <li>
            {text.standard}: <code>{edtf}</code>
          </li>
        )}
      </ul>
    </details>
  );
}

/** Kept with the record, else computed from the reign era that the source names. */
function derivation({ derivation: kept, verbatim }: DateOf, { eras, lang }: RecordFrame): string[] {
  if (kept) return kept.split('\n').filter(Boolean);
  const era = verbatim === undefined ? undefined : resolveEra(verbatim, eras);
  if (era?.kind !== 'date') return [];
  const back =
    era.retro && era.uncertaintyDays > 0 ? [valueMessages[lang].date.computedBack(era.uncertaintyDays)] : [];
  return [...describeDerivation(era.derivation, lang), ...back];
}

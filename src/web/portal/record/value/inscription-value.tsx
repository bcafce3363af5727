import type { Values } from '#modules/standards/index.ts';
import type { RecordFrame } from '../frame.ts';
import { valueMessages } from './messages.ts';
import type { ValueProps } from './value-props.ts';

type Inscription = Values['inscription'];

/** Languages by the script of an inscription, for fonts and screen readers (ux.md G3). */
const LANGUAGE_OF_SCRIPT: Record<string, string> = {
  Hani: 'lzh',
  Cham: 'cjm',
  Khmr: 'km',
  Tavt: 'blt',
  Deva: 'sa',
  Latn: 'vi',
};

/** Where it stands and in which script. */
export function InscriptionValue({ value, frame }: ValueProps<'inscription'>) {
  return <>{titleOf(value, frame)}</>;
}

function titleOf({ position, script }: Inscription, { catalogue, lang }: RecordFrame): string {
  const label = script === undefined ? undefined : catalogue.label('script', script, lang);
  return [position, label].filter(Boolean).join(' · ') || valueMessages[lang].inscription.original;
}

/** An inscription in three aligned columns: line by line where all texts have equally many lines. */
export function InscriptionTable({ value, frame }: ValueProps<'inscription'>) {
  const text = valueMessages[frame.lang].inscription;
  const language = LANGUAGE_OF_SCRIPT[value.script ?? ''] ?? 'und';
  const columns = [
    { label: value.script === 'Hani' ? text.hanNom : text.original, text: value.original, lang: language },
    { label: text.transliteration, text: value.transliteration, lang: 'vi' },
    { label: text.translation, text: value.translation, lang: 'vi' },
  ];
  return (
    <table class="inscription stacking" aria-label={titleOf(value, frame)}>
      <thead>
        <tr>
          {columns.map(({ label }) => (
            <th key={label} scope="col">
              {label}
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {alignedRows(columns.map((column) => column.text)).map((cells, row) => (
          <tr key={`${row} ${cells[0]}`}>
            {columns.map(({ label, lang }, column) => (
              <td key={label} data-label={label} lang={cells[column] ? lang : undefined}>
                {cells[column] || <span class="meta">{text.missing}</span>}
              </td>
            ))}
          </tr>
        ))}
      </tbody>
    </table>
  );
}

/** One row per line when the given texts agree on the number of lines, else one row with everything. */
export function alignedRows(texts: readonly (string | undefined)[]): (string | undefined)[][] {
  const columns = texts.map((text) => text?.split('\n').filter((line) => line.trim() !== ''));
  const counts = new Set(columns.flatMap((column) => (column ? [column.length] : [])));
  const [count = 1] = counts;
  if (counts.size !== 1) return [[...texts]];
  return Array.from({ length: count }, (_, row) => columns.map((column) => column?.[row]));
}

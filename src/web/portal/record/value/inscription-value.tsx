import { valueMessages } from './messages.ts';
import type { ValueProps } from './value-props.ts';

/** Languages by the script of an inscription, for fonts and screen readers (ux.md G3). */
const LANGUAGE_OF_SCRIPT: Record<string, string> = {
  Hani: 'lzh',
  Cham: 'cjm',
  Khmr: 'km',
  Tavt: 'blt',
  Deva: 'sa',
  Latn: 'vi',
};

/** An inscription in three aligned columns: line by line where all texts have equally many lines. */
export function InscriptionValue({ value, frame }: ValueProps<'inscription'>) {
  const { lang, catalogue } = frame;
  const text = valueMessages[lang].inscription;
  const texts = [value.original, value.transliteration, value.translation];
  const script = value.script === undefined ? undefined : catalogue.label('script', value.script, lang);
  return (
    <div class="scroll">
      <table class="inscription">
        <caption>{[value.position, script].filter(Boolean).join(' · ') || text.original}</caption>
        <thead>
          <tr>
            <th scope="col">{value.script === 'Hani' ? text.hanNom : text.original}</th>
            <th scope="col">{text.transliteration}</th>
            <th scope="col">{text.translation}</th>
          </tr>
        </thead>
        <tbody>
          {alignedRows(texts).map(([original, transliteration, translation], row) => (
            <tr key={`${row} ${original}`}>
              <Cell
                text={original}
                lang={LANGUAGE_OF_SCRIPT[value.script ?? ''] ?? 'und'}
                missing={text.missing}
              />
              <Cell text={transliteration} lang="vi" missing={text.missing} />
              <Cell text={translation} lang="vi" missing={text.missing} />
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}

function Cell({ text, lang, missing }: { text: string | undefined; lang: string; missing: string }) {
  if (!text) return <td class="meta">{missing}</td>;
  return <td lang={lang}>{text}</td>;
}

/** One row per line when the given texts agree on the number of lines, else one row with everything. */
export function alignedRows(texts: readonly (string | undefined)[]): (string | undefined)[][] {
  const columns = texts.map((text) => text?.split('\n').filter((line) => line.trim() !== ''));
  const counts = new Set(columns.flatMap((column) => (column ? [column.length] : [])));
  const [count = 1] = counts;
  if (counts.size !== 1) return [[...texts]];
  return Array.from({ length: count }, (_, row) => columns.map((column) => column?.[row]));
}

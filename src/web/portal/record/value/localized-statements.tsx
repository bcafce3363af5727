import type { Field, RecordBody, Statement } from '#modules/standards/index.ts';
import type { Lang } from '#platform/i18n/index.ts';
import type { RecordFrame } from '../frame.ts';
import { valueMessages } from './messages.ts';
import { StatementView } from './statement-view.tsx';

export interface ByLanguage {
  /** In the reader's language, else in Vietnamese, else in the first language there is. */
  shown: Statement[];
  /** Whether `shown` is in another language than the reader's. */
  foreign: boolean;
  /** The same field in further languages. */
  others: { lang: string; list: Statement[] }[];
}

const languageOf = (statement: Statement): string => statement.lang ?? 'vi';

/** Chooses which language of a text to show; absences speak every language. */
export function byLanguage(list: readonly Statement[], lang: Lang): ByLanguage {
  const groups = Map.groupBy(
    list.filter((statement) => statement.value !== undefined),
    languageOf,
  );
  const chosen = [lang, 'vi', ...groups.keys()].find((tag) => groups.has(tag));
  if (chosen === undefined) return { shown: [...list], foreign: false, others: [] };
  const others = [...groups]
    .filter(([tag]) => tag !== chosen)
    .map(([tag, texts]) => ({ lang: tag, list: texts }));
  return { shown: groups.get(chosen) ?? [], foreign: chosen !== lang, others };
}

export function languageName(tag: string, lang: Lang): string {
  return valueMessages[lang].languages[tag] ?? tag;
}

/** A text field: the reader's language open, every other language folded below it. */
export function LocalizedStatements({
  list,
  field,
  frame,
  body,
}: {
  list: readonly Statement[];
  field: Field;
  frame: RecordFrame;
  body: RecordBody;
}) {
  const { shown, foreign, others } = byLanguage(list, frame.lang);
  const text = valueMessages[frame.lang];
  return (
    <>
      {foreign && <p class="meta not-translated">{text.notTranslated}</p>}
      {shown.map((statement) => (
        <div key={statement.id} class="prose" lang={languageOf(statement)}>
          <StatementView statement={statement} field={field} frame={frame} body={body} />
        </div>
      ))}
      {others.map(({ lang, list: texts }) => (
        <details key={lang} class="other-language">
          <summary>{text.alsoIn(languageName(lang, frame.lang))}</summary>
          {texts.map((statement) => (
            <div key={statement.id} class="prose" lang={lang}>
              <StatementView statement={statement} field={field} frame={frame} body={body} />
            </div>
          ))}
        </details>
      ))}
    </>
  );
}

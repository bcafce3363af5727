import {
  type Field,
  type FieldGroup,
  fieldStatements,
  type RecordBody,
  type Statement,
} from '#modules/standards/index.ts';
import type { RecordFrame } from './frame.ts';
import { recordMessages } from './messages.ts';
import { LocalizedStatements } from './value/localized-statements.tsx';
import { StatementView } from './value/statement-view.tsx';

/** Fields that stand elsewhere on the page. */
const ELSEWHERE = new Set(['summary', 'sources']);

/** Datatypes that need the whole width of the page. */
const WIDE = new Set(['localizedText', 'inscription', 'recurrence']);

const isKept = (statement: Statement): boolean =>
  statement.value === undefined && statement.absent === 'restricted';

export function hasFacts(group: FieldGroup, body: RecordBody): boolean {
  return group.fields.some(({ id }) => !ELSEWHERE.has(id) && fieldStatements(body, id).length > 0);
}

/** One group of the record standard as a section of facts; nothing when the record says nothing there. */
export function FactGroup({
  group,
  body,
  frame,
}: {
  group: FieldGroup;
  body: RecordBody;
  frame: RecordFrame;
}) {
  const filled = group.fields
    .filter((field) => !ELSEWHERE.has(field.id))
    .map((field) => ({ field, list: fieldStatements(body, field.id) }))
    .filter(({ list }) => list.length > 0);
  const open = filled.filter(({ list }) => !list.every(isKept));
  const kept = filled.filter(({ list }) => list.every(isKept));
  if (!hasFacts(group, body)) return null;
  const { lang } = frame;
  const labels = kept.map(({ field }) => field.label[lang]).join('; ');
  return (
    <section id={group.id} class="fact-group" aria-labelledby={`${group.id}-title`}>
      <h2 id={`${group.id}-title`}>{group.label[lang]}</h2>
      {open.length > 0 && (
        <dl class="facts">
          {open.map(({ field, list }) => (
            <Fact key={field.id} field={field} list={list} body={body} frame={frame} />
          ))}
        </dl>
      )}
      {kept.length > 0 && <p class="meta">{recordMessages[lang].restrictedFields(labels)}</p>}
    </section>
  );
}

interface FactProps {
  field: Field;
  list: readonly Statement[];
  body: RecordBody;
  frame: RecordFrame;
}

function Fact(props: FactProps) {
  const { field, frame } = props;
  return (
    <div class={WIDE.has(field.datatype) && field.id !== 'name' ? 'fact fact-wide' : 'fact'}>
      <dt title={field.definition[frame.lang]}>{field.label[frame.lang]}</dt>
      <dd>
        <FactValues {...props} />
      </dd>
    </div>
  );
}

function FactValues({ field, list, body, frame }: FactProps) {
  if (field.id === 'name') return <NameList list={list} field={field} frame={frame} body={body} />;
  if (field.datatype === 'localizedText') {
    return <LocalizedStatements list={list} field={field} frame={frame} body={body} />;
  }
  const [only] = list;
  if (list.length === 1 && only)
    return <StatementView statement={only} field={field} frame={frame} body={body} />;
  return (
    <ul class={field.datatype === 'term' ? 'values values-inline' : 'values'}>
      {list.map((statement) => (
        <li key={statement.id}>
          <StatementView statement={statement} field={field} frame={frame} body={body} />
        </li>
      ))}
    </ul>
  );
}

/** Every name with what kind of name it is, in its own language and script. */
function NameList({ list, field, frame, body }: FactProps) {
  const { catalogue, lang } = frame;
  return (
    <ul class="values">
      {list.map((statement) => (
        <li key={statement.id}>
          <span lang={languageOfName(statement)}>
            <StatementView
              statement={statement}
              field={{ ...field, datatype: 'text' }}
              frame={frame}
              body={body}
            />
          </span>
          <span class="meta"> · {catalogue.label('name-type', statement.nameType ?? 'primary', lang)}</span>
        </li>
      ))}
    </ul>
  );
}

/** Hán and Nôm share a script; a Vietnamese name in it is Nôm (ux.md G3). */
export function languageOfName({ lang, script }: Pick<Statement, 'lang' | 'script'>): string {
  if (script === 'Hani') return lang === undefined || lang === 'vi' ? 'vi-Hani' : lang;
  return lang ?? 'vi';
}

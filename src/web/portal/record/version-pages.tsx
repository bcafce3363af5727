import { publicGeometry, type StatementChange, type VersionStamp } from '#modules/registry/index.ts';
import { type Field, fieldMap, type Statement } from '#modules/standards/index.ts';
import { ADDRESSES } from '#web/layout/index.ts';
import { recordMessages } from './messages.ts';
import type { Sheet } from './sheet.ts';
import { StatementView } from './value/statement-view.tsx';

export function versionsAddress(lang: 'vi' | 'en', pid: string, rest = ''): string {
  return `${ADDRESSES.versions[lang]}/${pid}${rest}`;
}

interface VersionsPageProps {
  sheet: Sheet;
  versions: readonly VersionStamp[];
  /** Where the list goes on: the version below which to read. */
  next: number | undefined;
}

export function VersionsPage({ sheet, versions, next }: VersionsPageProps) {
  const { record, frame, title, addresses } = sheet;
  const { lang } = frame;
  const text = recordMessages[lang].versions;
  return (
    <>
      <h1>{text.title(title)}</h1>
      <p>{text.intro}</p>
      <table class="stacking">
        <thead>
          <tr>
            {Object.values(text.columns).map((column) => (
              <th key={column} scope="col">
                {column}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {versions.map((stamp, index) => (
            <VersionRow
              key={stamp.version}
              stamp={stamp}
              previous={versions[index + 1]?.version ?? next}
              pid={record.pid}
              lang={lang}
              current={stamp.version === record.currentVersion ? addresses[lang] : undefined}
            />
          ))}
        </tbody>
      </table>
      {next !== undefined && (
        <p class="pager">
          <a href={versionsAddress(lang, record.pid, `?before=${next}`)} rel="next">
            {text.older}
          </a>
        </p>
      )}
    </>
  );
}

interface VersionRowProps {
  stamp: VersionStamp;
  previous: number | undefined;
  pid: string;
  lang: 'vi' | 'en';
  /** Address of the record's page, for the version it shows. */
  current: string | undefined;
}

function VersionRow({ stamp, previous, pid, lang, current }: VersionRowProps) {
  const messages = recordMessages[lang];
  const { columns, ...text } = messages.versions;
  return (
    <tr>
      <td data-label={columns.version}>
        <a href={current ?? versionsAddress(lang, pid, `/${stamp.version}`)}>{stamp.version}</a>
        {current !== undefined && <span class="meta"> · {text.current}</span>}
      </td>
      <td data-label={columns.at}>
        <time dateTime={stamp.at}>{instantText(stamp.at, lang)}</time>
      </td>
      <td data-label={columns.actor}>{messages.actors[stamp.actor] ?? stamp.actor}</td>
      <td data-label={columns.reason} lang="vi">
        {stamp.reason}
      </td>
      <td data-label={columns.standard}>
        <code>{stamp.standard}</code>
      </td>
      <td data-label={columns.compare}>
        {previous !== undefined && (
          <a href={versionsAddress(lang, pid, `/${previous}..${stamp.version}`)}>{text.withPrevious}</a>
        )}
      </td>
    </tr>
  );
}

function instantText(instant: string, lang: 'vi' | 'en'): string {
  return new Intl.DateTimeFormat(lang === 'vi' ? 'vi-VN' : 'en-GB', {
    timeZone: 'Asia/Ho_Chi_Minh',
    dateStyle: 'medium',
    timeStyle: 'short',
  }).format(new Date(instant));
}

interface DiffPageProps {
  sheet: Sheet;
  from: number;
  to: number;
  standard: { before: string; after: string } | undefined;
  changes: readonly StatementChange[];
}

/** What changed, statement by statement; marked by words and signs, not by colour alone. */
export function DiffPage({ sheet, from, to, standard, changes }: DiffPageProps) {
  const { lang } = sheet.frame;
  const text = recordMessages[lang].versions;
  const fields = fieldMap(sheet.standard);
  return (
    <>
      <h1>{text.diffTitle(sheet.title, from, to)}</h1>
      {standard && <p class="notice">{text.standardChanged(standard.before, standard.after)}</p>}
      {changes.length === 0 ? (
        <p>{text.same}</p>
      ) : (
        <table class="stacking diff">
          <thead>
            <tr>
              <th scope="col">{text.field}</th>
              <th scope="col">{text.kind}</th>
              <th scope="col">{text.before(from)}</th>
              <th scope="col">{text.before(to)}</th>
            </tr>
          </thead>
          <tbody>
            {changes.map((change) => (
              <ChangeRow
                key={`${change.field} ${change.statement}`}
                change={change}
                field={fields.get(change.field)}
                sheet={sheet}
                labels={[text.before(from), text.before(to)]}
              />
            ))}
          </tbody>
        </table>
      )}
    </>
  );
}

interface ChangeRowProps {
  change: StatementChange;
  field: Field | undefined;
  sheet: Sheet;
  labels: [string, string];
}

function StoredStatement({ value, absent }: Pick<Statement, 'value' | 'absent'>) {
  return <code>{JSON.stringify(value ?? absent)}</code>;
}

function ChangeRow({ change, field, sheet, labels }: ChangeRowProps) {
  const { lang } = sheet.frame;
  const text = recordMessages[lang].versions;
  const show = (statement: StatementChange['before']) => {
    if (!statement) return <span class="meta">{text.nothing}</span>;
    // A field that the present standard no longer has is shown as it is stored, its location as the public may know it.
    if (!field) return <StoredStatement {...publicGeometry(statement)} />;
    return <StatementView statement={statement} field={field} frame={sheet.frame} body={sheet.record.body} />;
  };
  return (
    <tr>
      <th scope="row" data-label={text.field}>
        {field?.label[lang] ?? change.field}
      </th>
      <td data-label={text.kind}>{text.change[change.change]}</td>
      <td data-label={labels[0]} class="diff-before">
        {change.before ? <del>{show(change.before)}</del> : show(undefined)}
      </td>
      <td data-label={labels[1]} class="diff-after">
        {change.after ? <ins>{show(change.after)}</ins> : show(undefined)}
      </td>
    </tr>
  );
}

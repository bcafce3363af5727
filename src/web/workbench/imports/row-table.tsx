import type { RowOutcome, StoredRow } from '#modules/exchange/index.ts';
import type { RecordStandard } from '#modules/standards/index.ts';
import type { Lang } from '#platform/i18n/index.ts';
import { columnNames } from './column-names.ts';
import { numberIn, OUTCOME_NAMES, OUTCOMES } from './words.ts';

const TEXT = {
  vi: {
    filter: 'Lọc theo kết quả',
    all: 'Tất cả',
    rows: 'Từng dòng của tệp',
    line: 'Dòng',
    outcome: 'Kết quả',
    record: 'Hồ sơ',
    fresh: 'mới',
    what: 'Thay đổi, hoặc lỗi và gợi ý',
    before: 'cũ',
    after: 'mới',
    empty: 'trống',
    none: 'Không có dòng nào như vậy.',
    first: 'Về trang đầu',
    next: 'Trang sau',
  },
  en: {
    filter: 'Filter by outcome',
    all: 'All',
    rows: 'The rows of the file',
    line: 'Row',
    outcome: 'Outcome',
    record: 'Record',
    fresh: 'new',
    what: 'Changes, or what is wrong and what to do',
    before: 'old',
    after: 'new',
    empty: 'empty',
    none: 'There is no such row.',
    first: 'First page',
    next: 'Next page',
  },
};

export interface RowsView {
  rows: readonly StoredRow[];
  counts: Readonly<Record<RowOutcome, number>>;
  outcome: RowOutcome | undefined;
  /** Where this page begins and the next one does. */
  after: number | undefined;
  next: number | undefined;
  /** Records that everybody may open. */
  published: ReadonlySet<string>;
}

interface Props {
  lang: Lang;
  /** Address of the page that shows the table. */
  address: string;
  standard: RecordStandard;
  view: RowsView;
}

export function RowTable({ lang, address, standard, view }: Props) {
  const text = TEXT[lang];
  const { rows, outcome, after, next } = view;
  const filter = outcome === undefined ? '' : `loc=${outcome}&`;
  return (
    <>
      <OutcomeFilter lang={lang} address={address} view={view} />
      {rows.length === 0 ? (
        <p>{text.none}</p>
      ) : (
        <section class="scroll" tabIndex={0} aria-label={text.rows}>
          <table class="dense">
            <caption class="visually-hidden">{text.rows}</caption>
            <thead>
              <tr>
                <th scope="col">{text.line}</th>
                <th scope="col">{text.outcome}</th>
                <th scope="col">{text.record}</th>
                <th scope="col">{text.what}</th>
              </tr>
            </thead>
            <tbody>
              {rows.map((row) => (
                <Row key={row.place} lang={lang} row={row} standard={standard} published={view.published} />
              ))}
            </tbody>
          </table>
        </section>
      )}
      <p class="pages">
        {after !== undefined && <a href={`${address}?${filter}`}>{text.first}</a>}
        {next !== undefined && <a href={`${address}?${filter}sau=${next}`}>{text.next}</a>}
      </p>
    </>
  );
}

function OutcomeFilter({ lang, address, view: { counts, outcome } }: Omit<Props, 'standard'>) {
  const text = TEXT[lang];
  const total = OUTCOME_NAMES.reduce((sum, name) => sum + counts[name], 0);
  const current = (name: RowOutcome | undefined) => (name === outcome ? 'page' : undefined);
  return (
    <nav aria-label={text.filter}>
      <ul class="tally">
        <li>
          <a href={address} aria-current={current(undefined)}>
            <span class="count">{numberIn(lang, total)}</span> {text.all}
          </a>
        </li>
        {OUTCOME_NAMES.map((name) => (
          <li key={name}>
            <a class={`tally-${name}`} href={`${address}?loc=${name}`} aria-current={current(name)}>
              <span class="count">{numberIn(lang, counts[name])}</span> {OUTCOMES[name][lang]}
            </a>
          </li>
        ))}
      </ul>
    </nav>
  );
}

interface RowProps {
  lang: Lang;
  row: StoredRow;
  standard: RecordStandard;
  published: ReadonlySet<string>;
}

function Row({ lang, row, standard, published }: RowProps) {
  const { line, outcome, pid } = row;
  return (
    <tr>
      <th scope="row">{line}</th>
      <td>
        <span class={`chip chip-${outcome}`}>{OUTCOMES[outcome][lang]}</span>
      </td>
      <td>
        {published.has(pid) ? (
          <a href={`/id/${pid}`}>{pid}</a>
        ) : (
          pid || (outcome === 'created' ? TEXT[lang].fresh : '')
        )}
      </td>
      <td>
        {outcome === 'rejected' ? (
          <Problems lang={lang} row={row} />
        ) : (
          <Changes lang={lang} row={row} standard={standard} />
        )}
      </td>
    </tr>
  );
}

/** Advice that several problems of a row share is said once, after the last of them. */
function Problems({ lang, row }: Pick<RowProps, 'lang' | 'row'>) {
  const lastOf = new Map(row.problems.map(({ advice }, index) => [advice.vi, index]));
  return (
    <ul class="plain">
      {row.problems.map(({ column, problem, advice, code }, index) => (
        <li key={`${code}-${index}`}>
          {column !== '' && <strong>{`${column}: `}</strong>}
          {problem[lang]} {lastOf.get(advice.vi) === index && advice[lang]}
        </li>
      ))}
    </ul>
  );
}

function Changes({ lang, row, standard }: Pick<RowProps, 'lang' | 'row' | 'standard'>) {
  const text = TEXT[lang];
  const names = columnNames(standard, lang);
  return (
    <ul class="plain">
      {row.changes.map(({ column, before, after }) => (
        <li key={column}>
          <strong>{`${names.nameOf(column)}: `}</strong>
          {row.outcome === 'updated' && (
            <>
              <span class="visually-hidden">{`${text.before}: `}</span>
              {before === '' ? <span class="meta">{text.empty}</span> : <del>{shortened(before)}</del>}
              <span aria-hidden="true"> → </span>
              <span class="visually-hidden">{`, ${text.after}: `}</span>
            </>
          )}
          {after === '' ? <span class="meta">{text.empty}</span> : <ins>{shortened(after)}</ins>}
        </li>
      ))}
    </ul>
  );
}

const LONGEST_VALUE = 300;

function shortened(text: string): string {
  const letters = [...text];
  return letters.length > LONGEST_VALUE ? `${letters.slice(0, LONGEST_VALUE).join('')}…` : text;
}

import type { Intake, UnmatchedTerm } from '#modules/exchange/index.ts';
import { type RecordStandard, type TemplateColumn, templateColumns } from '#modules/standards/index.ts';
import type { Lang } from '#platform/i18n/index.ts';
import { addressOf, JobFields, JobFrame, type JobView } from './job-frame.tsx';
import { numberIn } from './words.ts';

export const TERMS_TEXT = {
  vi: {
    title: 'Các từ chưa khớp danh mục',
    lead: 'Hãy cho biết mỗi từ của tệp nghĩa là thuật ngữ nào. Từ chưa rõ thì để trống: các dòng có từ đó vẫn bị từ chối và nằm trong tệp lỗi. Cách hiểu được giữ cùng ánh xạ đã lưu.',
    word: 'Từ trong tệp',
    rows: 'Số dòng',
    near: 'Có thể là',
    term: 'Thuật ngữ',
    termOf: (word: string) => `Thuật ngữ cho “${word}”`,
    drop: 'Bỏ giá trị này',
    dropOf: (word: string) => `Bỏ giá trị “${word}”`,
    submit: 'Lưu và chạy thử lại',
    none: 'Không còn từ nào chưa khớp.',
    back: 'Về kết quả chạy thử',
  },
  en: {
    title: 'Words that no list of terms knows',
    lead: 'Say which term each word of the file means. Leave a word empty when you are not sure: its rows stay rejected and are in the error file. What you say is kept with the saved mapping.',
    word: 'Word in the file',
    rows: 'Rows',
    near: 'Perhaps',
    term: 'Term',
    termOf: (word: string) => `Term for “${word}”`,
    drop: 'Leave this value out',
    dropOf: (word: string) => `Leave the value “${word}” out`,
    submit: 'Save and run again',
    none: 'There is no such word left.',
    back: 'Back to the dry run',
  },
};

interface Props {
  view: JobView;
  intake: Pick<Intake, 'catalogue' | 'vocabularies'>;
  standard: RecordStandard;
  typed: (name: string) => string | undefined;
}

export function TermsPage({ view, intake, standard, typed }: Props) {
  const { visit, job } = view;
  const { lang } = visit;
  const text = TERMS_TEXT[lang];
  const words = (job.checked?.unmatched ?? []).map((word, index) => ({ ...word, index }));
  const byColumn = [...Map.groupBy(words, ({ key }) => key)];
  const columns = templateColumns(standard);
  return (
    <JobFrame view={view} step="chay-thu" title={text.title}>
      {words.length === 0 ? (
        <p>
          {text.none} <a href={addressOf(job, 'chay-thu')}>{text.back}</a>
        </p>
      ) : (
        <form class="stack wide" action={addressOf(job, 'thuat-ngu')} method="post">
          <p>{text.lead}</p>
          <JobFields view={view} />
          {byColumn.map(([key, list]) => {
            const column = columns.find((candidate) => candidate.key === key);
            return (
              column && (
                <Words key={key} lang={lang} column={column} words={list} typed={typed} intake={intake} />
              )
            );
          })}
          <p>
            <button class="button-primary" type="submit">
              {text.submit}
            </button>{' '}
            <a href={addressOf(job, 'chay-thu')}>{text.back}</a>
          </p>
        </form>
      )}
    </JobFrame>
  );
}

interface WordsProps extends Pick<Props, 'intake' | 'typed'> {
  lang: Lang;
  column: TemplateColumn;
  words: readonly (UnmatchedTerm & { index: number })[];
}

function Words({ lang, column, words, typed, intake }: WordsProps) {
  const text = TERMS_TEXT[lang];
  const list = `terms-${words[0]?.index}`;
  return (
    <>
      <table class="dense mapping">
        <caption>{column.header[lang]}</caption>
        <thead>
          <tr>
            <th scope="col">{text.word}</th>
            <th scope="col" class="number">
              {text.rows}
            </th>
            <th scope="col">{text.near}</th>
            <th scope="col">{text.term}</th>
          </tr>
        </thead>
        <tbody>
          {words.map(({ index, text: word, rows, near }) => (
            <tr key={index}>
              <th scope="row">{word}</th>
              <td class="number">{numberIn(lang, rows)}</td>
              <td>{near.join('; ')}</td>
              <td>
                <input
                  name={`tu-${index}`}
                  list={list}
                  maxLength={300}
                  aria-label={text.termOf(word)}
                  value={typed(`tu-${index}`) ?? ''}
                />
                <label class="choice">
                  <input type="checkbox" name={`bo-${index}`} value="1" aria-label={text.dropOf(word)} />
                  <span>{text.drop}</span>
                </label>
              </td>
            </tr>
          ))}
        </tbody>
      </table>
      <datalist id={list}>
        {termNames(column, intake, lang).map((name) => (
          <option key={name} value={name} />
        ))}
      </datalist>
    </>
  );
}

/** Suggested while typing; every other label of a longer list is understood too. */
const MOST_SUGGESTED = 250;

function termNames(
  { codeList, vocabulary }: TemplateColumn,
  { catalogue, vocabularies }: Props['intake'],
  lang: Lang,
): string[] {
  const codes = codeList === undefined ? [] : (catalogue.codeListByReference(codeList)?.codes ?? []);
  const concepts = vocabulary === undefined ? [] : (vocabularies.vocabulary(vocabulary)?.concepts ?? []);
  const labels = [...codes.map(({ label }) => label), ...concepts.map(({ prefLabel }) => prefLabel)];
  return [...new Set(labels.map((label) => label[lang]))].slice(0, MOST_SUGGESTED);
}

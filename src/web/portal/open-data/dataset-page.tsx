import { dumpAddress, OPEN_COLUMNS, type OpenRow, type ReleasedFile } from '#modules/open-data/index.ts';
import { ADDRESSES } from '#web/layout/index.ts';
import { number } from '../search/numbers.ts';
import { FileLinks } from './file-links.tsx';
import { openDataMessages } from './messages.ts';
import { type DatasetView, searchOf } from './view.ts';

/** One dataset: its files, what their columns mean, its first rows and its former releases. */
export function DatasetPage({ lang, dataset, release, preview, earlier }: DatasetView) {
  const text = openDataMessages[lang];
  const isOffered = dataset.files.length > 0;
  return (
    <>
      <h1>{dataset.title[lang]}</h1>
      {release === undefined ? (
        <p class="notice">{text.none}</p>
      ) : (
        <p class="lead">
          {text.records}: {number(dataset.records, lang)}. {text.latest(release)}.
        </p>
      )}
      {release !== undefined && !isOffered && <p class="notice">{text.empty}</p>}
      {isOffered && <Downloads lang={lang} title={dataset.title[lang]} files={dataset.files} />}
      <h2>{text.licence}</h2>
      <p>
        {text.licenceText} <a href={ADDRESSES.terms[lang]}>{text.licenceMore}</a>
      </p>
      {preview.length > 0 && <Preview lang={lang} rows={preview} />}
      <Columns lang={lang} />
      <h2>{text.questions}</h2>
      <ul>
        <li>
          <a href={ADDRESSES.search[lang] + searchOf(dataset)}>{text.question.search}</a>
        </li>
        <li>
          <a href={`/api/v1/search${searchOf(dataset)}`}>{text.question.api}</a>
        </li>
        <li>
          <a href={`/feed?lang=${lang}`}>{text.question.changes}</a>
        </li>
      </ul>
      {earlier.length > 0 && <Earlier lang={lang} title={dataset.title[lang]} files={earlier} />}
    </>
  );
}

interface FilesProps {
  lang: 'vi' | 'en';
  title: string;
  files: readonly ReleasedFile[];
}

function Downloads({ lang, title, files }: FilesProps) {
  const text = openDataMessages[lang];
  return (
    <>
      <h2 id="download">{text.download}</h2>
      <table class="stacking" aria-labelledby="download">
        <thead>
          <tr>
            <th scope="col">{text.format}</th>
            <th scope="col" class="number">
              {text.records}
            </th>
            <th scope="col" class="number">
              {text.size}
            </th>
            <th scope="col">{text.checksum}</th>
          </tr>
        </thead>
        <tbody>
          {files.map((file) => (
            <tr key={file.format}>
              <th scope="row" data-label={text.format}>
                <a
                  href={dumpAddress(file)}
                  download
                  aria-label={text.fileOf(title, text.formats[file.format])}
                >
                  {text.formats[file.format]}
                </a>
              </th>
              <td data-label={text.records} class="number">
                {number(file.records, lang)}
              </td>
              <td data-label={text.size} class="number">
                {sizeText(file.bytes, lang)}
              </td>
              <td data-label={text.checksum}>
                <code class="digest">{file.sha256}</code>
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </>
  );
}

/** KB of 1,024 bytes, as file managers count. */
function sizeText(bytes: number, lang: 'vi' | 'en'): string {
  return `${number(Math.max(1, Math.round(bytes / 1024)), lang)} KB`;
}

const PREVIEWED = [
  'name',
  'kind',
  'province_names',
  'lists',
  'date',
] as const satisfies readonly (keyof OpenRow)[];

function Preview({ lang, rows }: { lang: 'vi' | 'en'; rows: readonly OpenRow[] }) {
  const text = openDataMessages[lang];
  const columns = PREVIEWED.flatMap((key) => OPEN_COLUMNS.find((column) => column.key === key) ?? []);
  return (
    <>
      <h2 id="preview">{text.preview(rows.length)}</h2>
      <table class="stacking" aria-labelledby="preview">
        <thead>
          <tr>
            {columns.map(({ key, label }) => (
              <th key={key} scope="col">
                {label[lang]}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {rows.map((row) => (
            <tr key={row.pid}>
              {columns.map(({ key, label }) => (
                <td key={key} data-label={label[lang]} lang={key === 'name' ? 'vi' : undefined}>
                  {key === 'name' ? <a href={`/id/${row.pid}`}>{row.name}</a> : row[key]}
                </td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </>
  );
}

function Columns({ lang }: { lang: 'vi' | 'en' }) {
  const text = openDataMessages[lang];
  return (
    <>
      <h2 id="columns">{text.columns}</h2>
      <dl class="facts" aria-labelledby="columns">
        {OPEN_COLUMNS.map(({ key, label, meaning }) => (
          <div key={key}>
            <dt>
              <code>{key}</code> {label[lang]}
            </dt>
            <dd>{meaning[lang]}</dd>
          </div>
        ))}
      </dl>
    </>
  );
}

function Earlier({ lang, title, files }: FilesProps) {
  const text = openDataMessages[lang];
  const releases = Map.groupBy(files, ({ release }) => release);
  return (
    <>
      <h2>{text.earlier}</h2>
      <ul>
        {[...releases].map(([release, own]) => (
          <li key={release}>
            {release}: <FileLinks lang={lang} title={`${title}, ${release}`} files={own} />
          </li>
        ))}
      </ul>
    </>
  );
}

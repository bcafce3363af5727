import { ADDRESSES } from '#web/layout/index.ts';
import { number } from '../search/numbers.ts';
import { FileLinks } from './file-links.tsx';
import { openDataMessages } from './messages.ts';
import { datasetAddress, type IndexView, type Offered } from './view.ts';

/** All datasets, each with its newest files. */
export function OpenDataPage({ lang, release, groups }: IndexView) {
  const text = openDataMessages[lang];
  return (
    <>
      <h1>{text.title}</h1>
      <p class="lead">{text.lead}</p>
      {release === undefined ? (
        <p class="notice">{text.none}</p>
      ) : (
        <p>
          {text.latest(release)}. {text.rhythm}
        </p>
      )}
      <p class="no-print">
        <a href="/api/v1/docs">{text.api}</a> · <a href="/dcat">{text.catalogue}</a> ·{' '}
        <a href={ADDRESSES.terms[lang]}>{text.licenceMore}</a>
      </p>
      {groups.map(({ group, datasets }) => (
        <section key={group} aria-labelledby={`group-${group}`}>
          <h2 id={`group-${group}`}>{text.groups[group]}</h2>
          <DatasetTable lang={lang} group={group} datasets={datasets} />
        </section>
      ))}
    </>
  );
}

interface DatasetTableProps {
  lang: 'vi' | 'en';
  group: string;
  datasets: readonly Offered[];
}

function DatasetTable({ lang, group, datasets }: DatasetTableProps) {
  const text = openDataMessages[lang];
  return (
    <table class="stacking" aria-labelledby={`group-${group}`}>
      <thead>
        <tr>
          <th scope="col">{text.dataset}</th>
          <th scope="col" class="number">
            {text.records}
          </th>
          <th scope="col">{text.files}</th>
        </tr>
      </thead>
      <tbody>
        {datasets.map((dataset) => (
          <tr key={dataset.id}>
            <th scope="row" data-label={text.dataset}>
              <a href={datasetAddress(lang, dataset.id)}>{dataset.title[lang]}</a>
            </th>
            <td data-label={text.records} class="number">
              {number(dataset.records, lang)}
            </td>
            <td data-label={text.files}>
              <FileLinks lang={lang} title={dataset.title[lang]} files={dataset.files} />
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}

import { dumpAddress, OPEN_FORMATS } from '#modules/open-data/index.ts';
import { ADDRESSES } from '#web/layout/index.ts';
import { openDataMessages } from './messages.ts';
import { datasetAddress, type IndexView, type Offered } from './view.ts';

type Asked = { lang: 'vi' | 'en'; origin: string };

/** schema.org DataCatalog with the datasets that have files. */
export function catalogueStatement({ groups }: IndexView, { lang, origin }: Asked): object {
  const text = openDataMessages[lang];
  return {
    '@context': 'https://schema.org',
    '@type': 'DataCatalog',
    name: text.title,
    description: text.description,
    url: origin + ADDRESSES.openData[lang],
    inLanguage: lang,
    license: origin + ADDRESSES.terms[lang],
    isAccessibleForFree: true,
    dataset: groups
      .flatMap(({ datasets }) => datasets)
      .filter(({ files }) => files.length > 0)
      .map(({ id, title }) => ({
        '@type': 'Dataset',
        name: title[lang],
        url: origin + datasetAddress(lang, id),
      })),
  };
}

/** schema.org Dataset with a DataDownload for each file. */
export function datasetStatement(dataset: Offered, { lang, origin }: Asked): object {
  const text = openDataMessages[lang];
  return {
    '@context': 'https://schema.org',
    '@type': 'Dataset',
    name: dataset.title[lang],
    description: text.lead,
    url: origin + datasetAddress(lang, dataset.id),
    inLanguage: lang,
    license: origin + ADDRESSES.terms[lang],
    isAccessibleForFree: true,
    includedInDataCatalog: { '@type': 'DataCatalog', url: origin + ADDRESSES.openData[lang] },
    distribution: dataset.files.map((file) => ({
      '@type': 'DataDownload',
      contentUrl: origin + dumpAddress(file),
      encodingFormat: OPEN_FORMATS[file.format].mediaType.split(';')[0],
      contentSize: `${file.bytes} B`,
      sha256: file.sha256,
    })),
  };
}

import { dumpAddress, OPEN_FORMATS, type ReleasedFile } from '#modules/open-data/index.ts';
import { LANGUAGES } from '#platform/i18n/index.ts';
import { ADDRESSES, layoutMessages } from '#web/layout/index.ts';
import { openDataMessages } from './messages.ts';
import { datasetAddress, type IndexView, type Offered } from './view.ts';

interface Publisher {
  origin: string;
  operator: string | null;
}

const FILE_TYPES = 'http://publications.europa.eu/resource/authority/file-type/';
const FORMAT_CODES = { csv: 'CSV', jsonl: 'JSON', geojson: 'GEOJSON' };

/** The catalogue as JSON-LD (W3C DCAT 3); datasets without a file are no part of it. */
export function dcatCatalogue({ release, groups }: IndexView, publisher: Publisher): object {
  const { origin, operator } = publisher;
  const offered = groups.flatMap(({ datasets }) => datasets).filter(({ files }) => files.length > 0);
  return {
    '@context': CONTEXT,
    '@id': `${origin}/dcat`,
    '@type': 'dcat:Catalog',
    title: inBoth((lang) => `${layoutMessages[lang].siteName}: ${openDataMessages[lang].title}`),
    description: inBoth((lang) => openDataMessages[lang].description),
    homepage: { '@id': origin + ADDRESSES.openData.vi },
    // A test installation speaks for nobody.
    ...(operator === null ? {} : { publisher: { '@type': 'foaf:Agent', name: operator } }),
    language: ['vi', 'en'],
    ...(release === undefined ? {} : { modified: release.slice(0, 10) }),
    dataset: offered.map((dataset) => datasetNode(dataset, publisher)),
  };
}

function datasetNode({ id, title, files }: Offered, { origin }: Publisher): object {
  return {
    '@id': origin + datasetAddress('vi', id),
    '@type': 'dcat:Dataset',
    identifier: id,
    title: inBoth((lang) => title[lang]),
    description: inBoth((lang) => openDataMessages[lang].lead),
    landingPage: LANGUAGES.map((lang) => ({ '@id': origin + datasetAddress(lang, id) })),
    issued: files[0]?.madeAt,
    accrualPeriodicity: { '@id': 'http://publications.europa.eu/resource/authority/frequency/DAILY' },
    distribution: files.map((file) => distribution(file, origin)),
  };
}

function distribution(file: ReleasedFile, origin: string): object {
  return {
    '@id': origin + dumpAddress(file),
    '@type': 'dcat:Distribution',
    accessURL: { '@id': origin + dumpAddress(file) },
    downloadURL: { '@id': origin + dumpAddress(file) },
    mediaType: OPEN_FORMATS[file.format].mediaType.split(';')[0],
    format: { '@id': FILE_TYPES + FORMAT_CODES[file.format] },
    byteSize: file.bytes,
    license: { '@id': origin + ADDRESSES.terms.vi },
    checksum: {
      '@type': 'spdx:Checksum',
      algorithm: { '@id': 'spdx:checksumAlgorithm_sha256' },
      checksumValue: file.sha256,
    },
  };
}

function inBoth(text: (lang: 'vi' | 'en') => string): Record<'vi' | 'en', string> {
  return { vi: text('vi'), en: text('en') };
}

const inLanguages = (id: string) => ({ '@id': id, '@container': '@language' });

const CONTEXT = {
  dcat: 'http://www.w3.org/ns/dcat#',
  dct: 'http://purl.org/dc/terms/',
  foaf: 'http://xmlns.com/foaf/0.1/',
  spdx: 'http://spdx.org/rdf/terms#',
  xsd: 'http://www.w3.org/2001/XMLSchema#',
  title: inLanguages('dct:title'),
  description: inLanguages('dct:description'),
  name: 'foaf:name',
  homepage: 'foaf:homepage',
  publisher: 'dct:publisher',
  language: 'dct:language',
  identifier: 'dct:identifier',
  modified: { '@id': 'dct:modified', '@type': 'xsd:date' },
  issued: { '@id': 'dct:issued', '@type': 'xsd:dateTime' },
  accrualPeriodicity: 'dct:accrualPeriodicity',
  dataset: 'dcat:dataset',
  landingPage: 'dcat:landingPage',
  distribution: 'dcat:distribution',
  accessURL: 'dcat:accessURL',
  downloadURL: 'dcat:downloadURL',
  mediaType: 'dcat:mediaType',
  format: 'dct:format',
  byteSize: { '@id': 'dcat:byteSize', '@type': 'xsd:nonNegativeInteger' },
  license: 'dct:license',
  checksum: 'spdx:checksum',
  algorithm: 'spdx:algorithm',
  checksumValue: { '@id': 'spdx:checksumValue', '@type': 'xsd:hexBinary' },
};

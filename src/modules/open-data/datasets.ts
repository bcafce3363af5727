import type { PublicRecord } from '#modules/registry/index.ts';
import type { Catalogue } from '#modules/standards/index.ts';
import type { LocalizedText } from '#platform/i18n/index.ts';

/** `kind`: all records of a kind; `list`: what stands on a legal list; `province`: what lies in a province. */
export type DatasetGroup = 'all' | 'kind' | 'list' | 'province';

export interface Dataset {
  /** Part of addresses and file names. */
  id: string;
  group: DatasetGroup;
  /** The code of the kind, list or province. */
  code: string;
  title: LocalizedText;
}

export interface ProvinceName {
  code: string;
  name: string;
}

const ALL: Dataset = {
  id: 'all',
  group: 'all',
  code: '',
  title: { vi: 'Toàn bộ hồ sơ công khai', en: 'All public records' },
};

/** Every dataset there is: of all, of each kind, of each list that things are entered in, of each province. */
export function datasetsOf(catalogue: Catalogue, provinces: readonly ProvinceName[]): Dataset[] {
  const kinds = catalogue.inForce().map(({ kind }) =>
    dataset('kind', kind, {
      vi: catalogue.label('record-kind', kind, 'vi'),
      en: catalogue.label('record-kind', kind, 'en'),
    }),
  );
  const lists = listCodes(catalogue).map((code) =>
    dataset('list', code, {
      vi: catalogue.label('designation-list', code, 'vi'),
      en: catalogue.label('designation-list', code, 'en'),
    }),
  );
  const places = provinces.map(({ code, name }) => dataset('province', code, { vi: name, en: name }));
  return [ALL, ...kinds, ...lists, ...places];
}

/** Ids of the datasets that a record belongs to. */
export function datasetsOfRecord({ kind, entries, provinces }: PublicRecord): string[] {
  const lists = new Set(entries.map(({ list }) => list));
  return [
    ALL.id,
    datasetId('kind', kind),
    ...[...lists].map((list) => datasetId('list', list)),
    ...provinces.map((code) => datasetId('province', code)),
  ];
}

function dataset(group: DatasetGroup, code: string, title: LocalizedText): Dataset {
  return { id: datasetId(group, code), group, code, title };
}

function datasetId(group: DatasetGroup, code: string): string {
  return `${group}-${code.toLowerCase().replaceAll('_', '-')}`;
}

/** Lists that only gather others are entered by nobody. */
function listCodes(catalogue: Catalogue): string[] {
  const { codes = [] } = catalogue.codeLists().findLast(({ scheme }) => scheme === 'designation-list') ?? {};
  const gathering = new Set(codes.map(({ broader }) => broader));
  return codes.map(({ code }) => code).filter((code) => !gathering.has(code));
}

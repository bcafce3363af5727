import {
  type Dataset,
  type DatasetGroup,
  datasetsOf,
  listFiles,
  listReleases,
  type OpenRow,
  previewOf,
  type ReleasedFile,
} from '#modules/open-data/index.ts';
import { provincesOn } from '#modules/places/index.ts';
import { codeKey } from '#modules/standards/index.ts';
import { LANGUAGES, type Lang } from '#platform/i18n/index.ts';
import { ADDRESSES } from '#web/layout/index.ts';
import { dayInVietnam } from '../days.ts';
import type { Portal } from '../portal.ts';

/** A dataset with its files in the newest release; none where nothing belongs to it. */
export interface Offered extends Dataset {
  files: ReleasedFile[];
  records: number;
}

export interface IndexView {
  lang: Lang;
  /** Name of the newest release; undefined before the first. */
  release: string | undefined;
  groups: { group: DatasetGroup; datasets: Offered[] }[];
}

export interface DatasetView {
  lang: Lang;
  dataset: Offered;
  release: string | undefined;
  preview: OpenRow[];
  earlier: ReleasedFile[];
}

const GROUPS: readonly DatasetGroup[] = ['all', 'kind', 'list', 'province'];

export async function indexView(portal: Portal, lang: Lang): Promise<IndexView> {
  const [datasets, release] = await Promise.all([allDatasets(portal), newestRelease(portal)]);
  const files = release === undefined ? [] : await listFiles(portal.source.db, { release });
  const offered = datasets.map((dataset) => offer(dataset, files));
  const groups = GROUPS.map((group) => ({
    group,
    datasets: offered.filter((dataset) => dataset.group === group),
  }));
  return { lang, release, groups };
}

/** Undefined where there is no such dataset. */
export async function datasetView(
  portal: Portal,
  { lang, id }: { lang: Lang; id: string },
): Promise<DatasetView | undefined> {
  const { db } = portal.source;
  const dataset = (await allDatasets(portal)).find((candidate) => candidate.id === id);
  if (dataset === undefined) return undefined;
  const [release, files, preview] = await Promise.all([
    newestRelease(portal),
    listFiles(db, { dataset: id }),
    previewOf(db, id),
  ]);
  const current = files.filter((file) => file.release === release);
  return {
    lang,
    release,
    dataset: offer(dataset, current),
    preview: current.length > 0 ? preview : [],
    earlier: files.filter((file) => file.release !== release),
  };
}

async function allDatasets({ source, catalogue, now }: Portal): Promise<Dataset[]> {
  const provinces = await provincesOn(source.db, dayInVietnam(now()));
  return datasetsOf(
    catalogue,
    provinces.flatMap(({ code, name }) => (code === null ? [] : [{ code, name }])),
  );
}

async function newestRelease({ source }: Portal): Promise<string | undefined> {
  return (await listReleases(source.db))[0]?.name;
}

function offer(dataset: Dataset, files: readonly ReleasedFile[]): Offered {
  const own = files.filter((file) => file.dataset === dataset.id);
  return { ...dataset, files: own, records: own.find(({ format }) => format === 'jsonl')?.records ?? 0 };
}

export function datasetAddress(lang: Lang, id: string): string {
  return `${ADDRESSES.openData[lang]}/${id}`;
}

export function datasetAddresses(id: string): Record<Lang, string> {
  const [vi, en] = LANGUAGES.map((lang) => datasetAddress(lang, id));
  return { vi: vi ?? '', en: en ?? '' };
}

/** The search that shows what a dataset holds, as a query of page and API alike. */
export function searchOf({ group, code }: Dataset): string {
  const key = { all: '', kind: 'kind', list: 'list', province: 'place' }[group];
  return key === '' ? '' : `?${key}=${encodeURIComponent(group === 'list' ? codeKey(code) : code)}`;
}

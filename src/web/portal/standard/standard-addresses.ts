import type { CodeList, RecordStandard } from '#modules/standards/index.ts';
import type { Lang } from '#platform/i18n/index.ts';
import { ADDRESSES, KIND_SEGMENTS } from '#web/layout/index.ts';

type Named = Pick<RecordStandard, 'kind' | 'version'>;

export function standardAddress(lang: Lang, { kind, version }: Named, file = ''): string {
  const suffix = file === '' ? '' : `/${file}`;
  return `${ADDRESSES.standards[lang]}/${KIND_SEGMENTS[kind]?.[lang] ?? kind}/${version}${suffix}`;
}

export function comparisonAddress(
  lang: Lang,
  kind: string,
  { from, to }: { from: string; to: string },
): string {
  return `${ADDRESSES.standards[lang]}/${KIND_SEGMENTS[kind]?.[lang] ?? kind}/${from}..${to}`;
}

export function codeListAddress(
  lang: Lang,
  { scheme, version }: Pick<CodeList, 'scheme' | 'version'>,
  file = '',
): string {
  const suffix = file === '' ? '' : `/${file}`;
  return `${ADDRESSES.codeLists[lang]}/${scheme}/${version}${suffix}`;
}

export function vocabularyAddress(lang: Lang, id: string, file = ''): string {
  const suffix = file === '' ? '' : `/${file}`;
  return `${ADDRESSES.vocabularies[lang]}/${id}${suffix}`;
}

/** The kind whose pages have this path segment. */
export function kindOfSegment(lang: Lang, segment: string | undefined): string | undefined {
  return Object.keys(KIND_SEGMENTS).find((kind) => KIND_SEGMENTS[kind]?.[lang] === segment);
}

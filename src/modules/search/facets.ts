import type { Lang } from '#modules/standards/index.ts';
import type { Db } from '#platform/db/index.ts';
import type { Counted } from './counting.ts';
import type { BilingualValue } from './facet-queries.ts';
import { facetValues } from './facet-values-cache.ts';
import { type FacetField, SHOWN_FACETS } from './fields.ts';

export interface FacetCount {
  value: string;
  label: string;
  /** Results that would be left with this value alone of its facet; an estimate where `totalIsExact` is false. */
  count: number;
  selected: boolean;
}

/** Counts of one field. Those of a field with chosen values ignore the choice, as its values are alternatives. */
export interface Facet {
  name: string;
  key: string;
  label: string;
  values: FacetCount[];
}

/** More values than this help nobody to choose. */
const MOST_VALUES = 100;

export interface FacetOptions {
  /** Counts by query key: '' for all keys without a choice. */
  counted: ReadonlyMap<string, Counted>;
  filters: ReadonlyMap<string, readonly string[]>;
  /** Ids of chosen values, which are shown even without results. */
  selectedIds: readonly number[];
  lang: Lang;
}

/** How often each id occurs. */
export function countIds(ids: Int32Array): Map<number, number> {
  let largest = 0;
  for (const id of ids) if (id > largest) largest = id;
  // Zeroed lazily by the system, so that its size costs nothing: only pages with ids in use are touched.
  const counts = new Uint32Array(largest + 1);
  const seen: number[] = [];
  for (const id of ids) {
    const before = counts[id] ?? 0;
    if (before === 0) seen.push(id);
    counts[id] = before + 1;
  }
  return new Map(seen.map((id) => [id, counts[id] ?? 0]));
}

export async function listFacets(db: Db, options: FacetOptions): Promise<Facet[]> {
  const { counted, selectedIds } = options;
  const counts = new Map([...counted].map(([key, { facets }]) => [key, countIds(facets)]));
  const ids = new Set([...[...counts.values()].flatMap((map) => [...map.keys()]), ...selectedIds]);
  const values = await facetValues(db, [...ids]);
  const byFacet = Map.groupBy(values, ({ facet }) => facet);
  return SHOWN_FACETS.map((field) =>
    facetOf(field, { ...options, counts, values: byFacet.get(field.name) ?? [] }),
  );
}

interface FacetParts extends FacetOptions {
  counts: ReadonlyMap<string, ReadonlyMap<number, number>>;
  values: readonly BilingualValue[];
}

function facetOf(
  { name, key, label }: FacetField,
  { counts, counted, values, filters, lang }: FacetParts,
): Facet {
  const source = counted.has(key) ? key : '';
  const factor = counted.get(source)?.factor ?? 1;
  const chosen = filters.get(key) ?? [];
  const shown = new Map<string, FacetCount>();
  // The same value has an id per access class.
  for (const { id, value, [lang]: text } of values) {
    const count = (counts.get(source)?.get(id) ?? 0) * factor + (shown.get(value)?.count ?? 0);
    const selected = chosen.includes(value);
    if (count > 0 || selected) shown.set(value, { value, label: text, count, selected });
  }
  return { name, key, label: label[lang], values: ranked([...shown.values()], lang) };
}

function ranked(values: FacetCount[], lang: Lang): FacetCount[] {
  const collator = collators[lang];
  const sorted = values.toSorted((a, b) => b.count - a.count || collator.compare(a.label, b.label));
  return sorted.filter(({ selected }, at) => at < MOST_VALUES || selected);
}

const collators = { vi: new Intl.Collator('vi'), en: new Intl.Collator('en') };

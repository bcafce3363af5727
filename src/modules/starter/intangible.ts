import type { Catalogue } from '#modules/standards/index.ts';
import { resolveLabel, type Vocabularies } from '#modules/vocabularies/index.ts';
import { cell, cells, type Row } from './data.ts';
import { addPlace, type ProvinceCodes } from './place.ts';
import { add, addName, addSource, type Fields } from './statements.ts';

/** How the seven old categories become the six types of Luật 45/2024/QH15, as the code lists say. */
export interface IchTypes {
  /** Code of the 2010 list by its Vietnamese label. */
  former: ReadonlyMap<string, string>;
  /** Codes of the 2024 list by code of the 2010 list. */
  today: ReadonlyMap<string, readonly string[]>;
}

export function ichTypes(catalogue: Catalogue): IchTypes {
  const former = catalogue.codeList('ich-type', '2010')?.codes ?? [];
  const mapped =
    catalogue.codeList('ich-type', '2024')?.mapsFrom?.find((map) => map.version === '2010')?.pairs ?? [];
  return {
    former: new Map(former.map(({ code, label }) => [label.vi, code])),
    today: new Map(mapped.map(({ from, to }) => [from, to])),
  };
}

export interface IntangibleContext {
  types: IchTypes;
  vocabularies: Vocabularies;
  codes: ProvinceCodes;
}

/** Fields of a row of the national list of intangible heritage. */
export function intangibleFields(row: Row, { types, vocabularies, codes }: IntangibleContext): Fields {
  const fields: Fields = {};
  const source = cell(row, 'source');
  addName(fields, { text: cell(row, 'name_vi'), lang: 'vi', source });
  addCategories(fields, row, types);
  addEthnicGroups(fields, row, vocabularies);
  addPlace(fields, { verbatim: cell(row, 'place_old'), row, point: undefined, codes });
  addSource(fields, source);
  return fields;
}

function addCategories(fields: Fields, row: Row, { former, today }: IchTypes): void {
  const source = [cell(row, 'source')];
  for (const category of cells(row, 'category')) {
    const code = former.get(category);
    if (code === undefined) throw new Error(`Unknown category of intangible heritage: ${category}`);
    add(fields, 'formerType', { tag: code, value: code, source, note: category });
    for (const type of today.get(code) ?? []) {
      // Two old categories can have become one type.
      if (!fields.ichType?.some((known) => known.value === type))
        add(fields, 'ichType', { tag: type, value: type, source });
    }
  }
}

function addEthnicGroups(fields: Fields, row: Row, vocabularies: Vocabularies): void {
  const vocabulary = vocabularies.vocabulary('ethnic-groups');
  for (const name of cells(row, 'ethnic_group')) {
    const found = vocabulary && resolveLabel(vocabulary, name);
    if (found?.kind !== 'exact' && found?.kind !== 'folded') continue;
    const { id } = found.concept;
    if (fields.ethnicGroup?.some((known) => known.value === id)) continue;
    // A local group ("Dao Đỏ") keeps its own name beside the group of the official list it belongs to.
    add(fields, 'ethnicGroup', { tag: id, value: id, source: [cell(row, 'source')], note: name });
  }
}

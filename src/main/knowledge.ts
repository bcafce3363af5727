import { existsSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { EraRow } from '#formats/era/index.ts';
import { checkTerritory, type TerritoryMap } from '#formats/geo/index.ts';
import { type Catalogue, loadStandards } from '#modules/standards/index.ts';
import { loadVocabularies, type Vocabularies } from '#modules/vocabularies/index.ts';
import { boundariesFile, DATA, STANDARDS } from './paths.ts';

/** What the program knows before it opens any database: standards, vocabularies, eras and the map. */
export interface Knowledge {
  catalogue: Catalogue;
  vocabularies: Vocabularies;
  eras: EraRow[];
  map: TerritoryMap;
}

export type KnowledgeOutcome =
  | ({ kind: 'known' } & Knowledge)
  /** A data file is wrong; the program must not run on half a standard. */
  | { kind: 'refused'; problems: string[] };

/** The map is the operator's own boundaries where some were loaded, else the generalised one that is shipped. */
export async function loadKnowledge({ dataDir }: { dataDir?: string } = {}): Promise<KnowledgeOutcome> {
  const own = dataDir === undefined ? null : boundariesFile(dataDir);
  const mapFile = own !== null && existsSync(own) ? own : join(DATA, 'map', 'provinces.json');
  const terms = await loadVocabularies(STANDARDS);
  if (terms.kind === 'refused') return refused(terms.issues);
  const standards = await loadStandards(STANDARDS, { concepts: terms.vocabularies });
  if (standards.kind === 'refused') return refused(standards.issues);
  const map = await readMap(mapFile);
  if (map === undefined) return refused([{ file: mapFile, pointer: '', message: NOT_JSON }]);
  const territory = checkTerritory(map);
  if (territory.kind === 'refused') {
    return refused(territory.violations.map(({ pointer, message }) => ({ file: mapFile, pointer, message })));
  }
  const { vocabularies } = terms;
  return {
    kind: 'known',
    catalogue: standards.catalogue,
    vocabularies,
    eras: reignEras(vocabularies),
    map: territory.map,
  };
}

const NOT_JSON = {
  vi: 'Tệp không phải JSON hợp lệ. Hãy nạp lại bằng ./disan boundaries load, hoặc xóa tệp để dùng bản đồ kèm theo.',
  en: 'The file is no valid JSON. Load it again with ./disan boundaries load, or delete it to use the map that is shipped.',
};

/** Undefined where the file was cut off or damaged. */
async function readMap(file: string): Promise<unknown> {
  const text = await readFile(file, 'utf8');
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}

function refused(
  issues: { file: string; pointer: string; message: { vi: string; en: string } }[],
): KnowledgeOutcome {
  const problems = issues.map(
    ({ file, pointer, message }) => `${file}${pointer}: ${message.vi} / ${message.en}`,
  );
  return { kind: 'refused', problems };
}

function reignEras(vocabularies: Vocabularies): EraRow[] {
  const concepts = vocabularies.vocabulary('reign-eras')?.concepts ?? [];
  return concepts.flatMap(({ dynasty = '', ruler = '', era = '', eraHan = '', from, to }) =>
    from === undefined || to === undefined ? [] : [{ dynasty, ruler, era, eraHan, start: from, end: to }],
  );
}

import { cp, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { type Catalogue, loadStandards, type RecordStandard } from '#modules/standards/index.ts';
import { loadVocabularies } from '#modules/vocabularies/index.ts';

/** The shipped standards with a version 1.1 for sources: a field more, one less, one called differently. */
export async function withNewerStandard(): Promise<Catalogue> {
  const dir = await mkdtemp(join(tmpdir(), 'disan-standards-'));
  try {
    await cp('standards', dir, { recursive: true });
    const file = join(dir, 'records/source/1.0.json');
    const old = JSON.parse(await readFile(file, 'utf8')) as RecordStandard;
    await writeFile(file, JSON.stringify({ ...old, status: 'superseded' }));
    await writeFile(join(dir, 'records/source/1.1.json'), JSON.stringify(newer(old)));
    return await load(dir);
  } finally {
    await rm(dir, { recursive: true, force: true });
  }
}

async function load(dir: string): Promise<Catalogue> {
  const terms = await loadVocabularies(dir);
  if (terms.kind === 'refused') throw new Error(JSON.stringify(terms.issues[0]));
  const standards = await loadStandards(dir, { concepts: terms.vocabularies });
  if (standards.kind === 'refused') throw new Error(JSON.stringify(standards.issues[0]));
  return standards.catalogue;
}

function newer(old: RecordStandard): RecordStandard {
  const groups = old.groups.map((group) => ({
    ...group,
    fields: group.fields
      .filter(({ id }) => id !== 'edition')
      .flatMap((field) => {
        if (field.id === 'publicationPlace')
          return [
            {
              ...field,
              label: { vi: 'Nơi in', en: 'Place of printing' },
              obligation: { ...field.obligation, published: 'mandatory' as const },
              rules: [{ rule: 'maxLength' as const, value: 90 }],
            },
          ];
        if (field.id !== 'shelfMark') return [field];
        return [field, { ...field, id: 'shelf', label: { vi: 'Kệ', en: 'Shelf' } }];
      }),
  }));
  return { ...old, version: '1.1', groups, migrations: [{ op: 'drop', field: 'edition' }] };
}

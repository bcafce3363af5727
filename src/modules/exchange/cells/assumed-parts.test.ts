import { describe, expect, it } from 'vitest';
import { type Statement, templateColumns } from '#modules/standards/index.ts';
import { groupedItems } from './group-cells.ts';
import { groupColumns } from './groups.ts';
import { publishedKnowledge } from './knowledge.fixture.ts';
import { mergeStatements } from './merge.ts';

const knowledge = await publishedKnowledge();
const standard = knowledge.catalogue.standard('monument');
if (!standard) throw new Error('no monuments');
const columns = templateColumns(standard);

/** The location after a row with these cells. */
function placed(base: Statement[], cells: Record<string, string>): Statement[] {
  const [group] = groupColumns(
    standard as NonNullable<typeof standard>,
    columns.filter(({ key }) => Object.hasOwn(cells, key)),
  );
  if (!group) throw new Error('no such columns');
  const read = groupedItems(
    group,
    group.columns.map(({ key }) => cells[key] ?? ''),
  );
  if (read.kind === 'problem') throw new Error(read.problem.code);
  const statements = read.kind === 'statements' ? read.statements : [];
  const merged = mergeStatements(base, { group, statements }, { knowledge, newId: () => 'new' });
  if (merged.kind === 'refused') throw new Error(JSON.stringify(merged.problems));
  return merged.list;
}

const at = (lon: number, lat: number) => ({ type: 'Point', coordinates: [lon, lat] });

describe('a location given by two numbers only', () => {
  it('is a point that the public knows by its commune', () => {
    expect(placed([], { 'geometry.n': '21.11', 'geometry.e': '105.96' })).toEqual([
      {
        id: 'new',
        value: { role: 'point', crs: 'EPSG:4326', publicPrecision: 'commune', geojson: at(105.96, 21.11) },
      },
    ]);
  });

  it('is what the columns say where they say it', () => {
    const cells = { 'geometry.n': '21.11', 'geometry.e': '105.96', 'geometry.publicPrecision': 'exact' };
    expect(placed([], cells)[0]?.value).toMatchObject({ role: 'point', publicPrecision: 'exact' });
  });

  it('stays as open or closed as the place was that it corrects', () => {
    const value = { role: 'point', crs: 'EPSG:4326', publicPrecision: 'withheld', geojson: at(105, 21) };
    const base: Statement[] = [{ id: 'g1', value }];
    const moved = placed(base, {
      'geometry.n': '21.5',
      'geometry.e': '105.5',
      'geometry.publicPrecision': '',
    });
    expect(moved).toEqual([{ id: 'g1', value: { ...value, geojson: at(105.5, 21.5) } }]);
    expect(placed(base, { 'geometry.n': '21', 'geometry.e': '105' })).toBe(base);
  });
});

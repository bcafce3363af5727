import { expect, it } from 'vitest';
import { templateColumns } from '#modules/standards/index.ts';
import { groupColumns } from './groups.ts';
import { publishedKnowledge } from './knowledge.fixture.ts';
import { readItemsOnce } from './remembered.ts';
import { readItems } from './statement-cells.ts';

const knowledge = await publishedKnowledge();
const standard = knowledge.catalogue.standard('artefact');
if (!standard) throw new Error('no artefacts');
const groups = groupColumns(standard, templateColumns(standard));

function groupOf(field: string) {
  const group = groups.find((candidate) => candidate.field.id === field);
  if (!group) throw new Error(field);
  return group;
}

it.each([
  ['materials', 'đồng thau'],
  ['materials', 'zzzz'],
  ['date', 'thế kỷ XV'],
  ['date', '30/02/1999'],
  ['name', 'Trống'],
])('reads %s "%s" as if for the first time', (field, cell) => {
  const group = groupOf(field);
  const items = group.columns.map((_, index) => (index === 0 ? cell : ''));
  const first = readItemsOnce(items, group, knowledge);
  expect(first).toEqual(readItems(items, group, knowledge));
  expect(readItemsOnce(items, group, knowledge)).toEqual(first);
});

it('keeps groups and knowledge apart', async () => {
  const materials = readItemsOnce(['gỗ'], groupOf('materials'), knowledge);
  expect(readItemsOnce(['gỗ'], groupOf('techniques'), knowledge)).not.toEqual(materials);
  const other = { ...knowledge, place: () => ({ kind: 'unknown' }) as const };
  const units = groupOf('place').columns.map(({ part }) => (part === 'units' ? 'Thanh Hóa' : ''));
  expect(readItemsOnce(units, groupOf('place'), knowledge).kind).toBe('value');
  expect(readItemsOnce(units, groupOf('place'), other).kind).toBe('problem');
});

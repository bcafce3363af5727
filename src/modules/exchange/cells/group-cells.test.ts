import { describe, expect, it } from 'vitest';
import { templateColumns } from '#modules/standards/index.ts';
import { groupedItems, joinGroup } from './group-cells.ts';
import { groupColumns } from './groups.ts';
import { publishedKnowledge } from './knowledge.fixture.ts';

const { catalogue } = await publishedKnowledge();
const standard = catalogue.standard('artefact');
if (!standard) throw new Error('no artefacts');
const groups = groupColumns(standard, templateColumns(standard));

function groupOf(field: string) {
  const group = groups.find((candidate) => candidate.field.id === field);
  if (!group) throw new Error(field);
  return group;
}

const sizes = groupOf('measurements');

describe('groupedItems', () => {
  it('puts the n-th texts of the columns together', () => {
    expect(groupedItems(sizes, ['Cao | Rộng', '63|40', 'cm|cm', ''])).toEqual({
      kind: 'statements',
      statements: [
        ['Cao', '63', 'cm', ''],
        ['Rộng', '40', 'cm', ''],
      ],
    });
    expect(groupedItems(sizes, ['Cao|Rộng', '63|40', 'cm|cm', '|đáy'])).toMatchObject({
      statements: [expect.anything(), ['Rộng', '40', 'cm', 'đáy']],
    });
  });

  it('leaves out what stands empty between separators', () => {
    expect(groupedItems(groupOf('materials'), ['đồng||gỗ|'])).toEqual({
      kind: 'statements',
      statements: [['đồng'], ['gỗ']],
    });
    expect(groupedItems(groupOf('materials'), [' | '])).toEqual({ kind: 'empty' });
  });

  it('takes the whole cell where there is one value', () => {
    expect(groupedItems(groupOf('registeredNumber'), [' A|B\\ '])).toEqual({
      kind: 'statements',
      statements: [['A|B\\']],
    });
  });

  it('counts the values of each column when they differ', () => {
    const read = groupedItems(sizes, ['Cao|Rộng', '63', 'cm|cm|cm', '']);
    expect(read).toMatchObject({ kind: 'problem', problem: { code: 'items-differ' } });
    expect(read.kind === 'problem' && read.problem.problem.en).toContain('type 2, value 1, unit 3, part 0');
  });

  it('adds constants to what is there, and takes them alone only without columns of the file', () => {
    const unit = new Map([[2, 'cm']]);
    expect(groupedItems(sizes, ['Cao|Rộng', '63|40', '', ''], unit)).toMatchObject({
      statements: [
        ['Cao', '63', 'cm', ''],
        ['Rộng', '40', 'cm', ''],
      ],
    });
    expect(groupedItems(sizes, ['', '', '', ''], unit)).toEqual({ kind: 'empty' });
    expect(groupedItems(groupOf('ownership'), [''], new Map([[0, 'STATE']]))).toEqual({
      kind: 'statements',
      statements: [['STATE']],
    });
  });
});

describe('joinGroup', () => {
  it('is undone by groupedItems', () => {
    const statements = [
      ['height', '63', 'cm', 'a|b'],
      ['width', '40', 'cm', ''],
    ];
    const cells = joinGroup(sizes, statements);
    expect(cells).toEqual(['height|width', '63|40', 'cm|cm', String.raw`a\|b|`]);
    expect(groupedItems(sizes, cells)).toEqual({ kind: 'statements', statements });
  });

  it('leaves a column empty that nothing fills, and shows the first of a single value', () => {
    expect(joinGroup(sizes, [['height', '63', 'cm', '']])).toEqual(['height', '63', 'cm', '']);
    expect(joinGroup(groupOf('registeredNumber'), [['A|B'], ['C']])).toEqual(['A|B']);
    expect(joinGroup(groupOf('materials'), [])).toEqual(['']);
  });
});

it('groups are the fields, texts by language, in the order of the standard', () => {
  const names = groups.map(({ field, lang }) => `${field.id} ${lang ?? ''}`.trim());
  expect(names.slice(0, 4)).toEqual(['name vi', 'name en', 'identifiers', 'registeredNumber']);
  expect(new Set(names).size).toBe(names.length);
});

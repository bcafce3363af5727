import { describe, expect, it } from 'vitest';
import { publishedKnowledge } from '../cells/knowledge.fixture.ts';
import type { Mapping } from './mapping.ts';
import { headersOf, planSheet } from './plan.ts';
import { isHeaderRow } from './row.ts';

const { catalogue } = await publishedKnowledge();
const standard = catalogue.standard('artefact');
if (!standard) throw new Error('no artefacts');

const planned = (header: string[], mapping?: Mapping) => planSheet(header, standard, mapping);

function plan(header: string[], mapping?: Mapping) {
  const outcome = planned(header, mapping);
  if (outcome.kind !== 'plan') throw new Error(JSON.stringify(outcome.problems));
  return outcome.plan;
}

function problems(header: string[], mapping?: Mapping) {
  const outcome = planned(header, mapping);
  return outcome.kind === 'refused' ? outcome.problems.map(({ code, column }) => [code, column]) : [];
}

describe('a header', () => {
  it('is known by key or label, with or without marks', () => {
    const { groups, keyCell, header } = plan([
      'Chất liệu',
      'id',
      'ten goi – tieng viet',
      'Name – English',
      'measurements.unit',
    ]);
    expect(keyCell).toBe(1);
    expect(groups.map((group) => [group.group.field.id, ...headersOf(group, plan([...header]))])).toEqual([
      ['name', 'ten goi – tieng viet'],
      ['name', 'Name – English'],
      ['materials', 'Chất liệu'],
      ['measurements', 'measurements.unit'],
    ]);
  });

  it('is refused with every column that it does not know, and the nearest it could mean', () => {
    const outcome = planned(['id', 'name[vi]', 'Chất liệu chính', 'Tuổi', 'Số quyết định']);
    expect(outcome).toMatchObject({
      problems: [
        { column: 3, code: 'similar-column', advice: { vi: 'Có phải là: Chất liệu?' } },
        { column: 4, code: 'unknown-column', problem: { vi: expect.stringContaining('“Tuổi”') } },
        {
          column: 5,
          code: 'decision-column',
          advice: { vi: expect.stringContaining('"Số quyết định": null') },
        },
      ],
    });
  });

  it('may leave columns out only where the mapping says so, and where they only number the rows', () => {
    expect(problems(['name[vi]', 'Tuổi'], { columns: { Tuổi: null } })).toEqual([]);
    const { ignored } = plan(['name[vi]', 'Tuổi', 'Lỗi', 'Gợi ý'], { otherColumns: 'ignore' });
    expect(ignored).toEqual(['Tuổi', 'Lỗi', 'Gợi ý']);
    expect(plan(['TT', 'name[vi]']).ignored).toEqual(['TT']);
  });

  it('may not say the same twice', () => {
    expect(problems(['name[vi]', 'Tên gọi – tiếng Việt'])).toEqual([['column-twice', 2]]);
  });

  it('must have something to import', () => {
    expect(problems(['id', 'Lỗi'])).toEqual([['nothing-to-import', 0]]);
    expect(problems(['id', '_record'])).toEqual([]);
  });

  it('may have columns without a name', () => {
    expect(plan(['name[vi]', '', '']).unnamed).toEqual([1, 2]);
  });
});

describe('a mapping', () => {
  it('names columns as it likes, and adds what every row says', () => {
    const { groups } = plan(['Số KK', 'Tên'], {
      columns: { 'Số KK': 'identifiers.value', Tên: 'name[vi]' },
      constants: { 'identifiers.scheme': 'inventory', ownership: 'STATE' },
    });
    expect(groups.map(({ group, cells, constants }) => [group.field.id, cells, [...constants]])).toEqual([
      ['name', [1], []],
      ['identifiers', [undefined, 0], [[0, 'inventory']]],
      ['ownership', [undefined], [[0, 'STATE']]],
    ]);
  });

  it('that belongs to another file or standard is refused', () => {
    const mapping = { columns: { Tên: 'title', Khác: 'name[vi]' }, constants: { nothing: 'x' } };
    expect(problems(['Tên'], mapping)).toEqual([
      ['mapped-column-missing', 0],
      ['unknown-key', 0],
      ['unknown-key', 0],
    ]);
  });

  it('gives way to a column of the file', () => {
    const { groups } = plan(['name[vi]', 'ownership'], { constants: { ownership: 'STATE' } });
    expect(groups.at(-1)).toMatchObject({ cells: [1], constants: new Map() });
  });
});

it('the row of labels under the keys of the template is known', () => {
  const sheet = plan(['id', 'name[vi]', 'materials']);
  expect(isHeaderRow(['Mã hồ sơ *', 'Tên gọi – tiếng Việt *', 'Chất liệu'], sheet)).toBe(true);
  expect(isHeaderRow(['BT-1', 'Trống', 'đồng'], sheet)).toBe(false);
  expect(isHeaderRow(['', 'Tên gọi – tiếng Việt', ''], sheet)).toBe(false);
});

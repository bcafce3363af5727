import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { readBody } from '../cells/body-cells.ts';
import { groupedItems } from '../cells/group-cells.ts';
import { publishedKnowledge } from '../cells/knowledge.fixture.ts';
import { cellsOf } from './group-of-row.ts';
import { newBody } from './new-row.ts';
import { planSheet, type SheetPlan } from './plan.ts';

const knowledge = await publishedKnowledge();
const artefacts = knowledge.catalogue.standard('artefact');
if (!artefacts) throw new Error('no artefacts');

function planOf(header: string[]): SheetPlan {
  const outcome = planSheet(header, artefacts as NonNullable<typeof artefacts>);
  if (outcome.kind !== 'plan') throw new Error(JSON.stringify(outcome));
  return outcome.plan;
}

const HEADER = [
  ...['name[vi]', 'name[en]', 'materials', 'date', 'measurements.type', 'measurements.value'],
  ...['measurements.unit', 'description[en]', 'description[vi]'],
];
const plan = planOf(HEADER);
const STANDARD = 'artefact@1.0';

const read = (row: string[], by = plan) => newBody(row, { plan: by, knowledge, standard: STANDARD });

/** The long way: all groups over an empty body. */
function longWay(row: string[]) {
  const given = plan.groups.flatMap((planned) => {
    const items = groupedItems(planned.group, cellsOf(planned, row), planned.constants);
    return items.kind === 'statements' ? [{ group: planned.group, statements: items.statements }] : [];
  });
  return readBody({ standard: STANDARD, fields: {} }, given, knowledge);
}

const cell = (...texts: string[]) => fc.constantFrom('', ...texts);
const rows = fc.tuple(
  ...[
    cell('Trống', 'Trống|Chiêng'),
    cell('Drum', '[unknown]'),
    cell('đồng thau', 'gỗ|đá', '[không rõ]', 'chất lạ'),
  ],
  ...[cell('1466', 'thế kỷ XV', 'hôm qua'), cell('Cao'), cell('63,5'), cell('cm')],
  ...[cell('A drum'), cell('Một trống', '[không rõ]')],
);

describe('newBody', () => {
  it('makes of a row what the long way makes of it, the first time and again', () => {
    fc.assert(
      fc.property(rows, (row) => {
        const long = longWay(row);
        const [first, again] = [read(row), read(row)];
        expect(again).toEqual(first);
        if (first === undefined) return;
        expect(long.problems).toEqual([]);
        expect(first).toEqual(long.body);
        expect(Object.keys(first.fields)).toEqual(Object.keys(long.body.fields));
      }),
      { numRuns: 300 },
    );
  });

  it('leaves rows with problems to the long way', () => {
    const row = (texts: Record<string, string>) => HEADER.map((name) => texts[name] ?? '');
    expect(read(row({ 'name[vi]': 'Trống', materials: 'chất lạ' }))).toBeUndefined();
    expect(read(row({ 'name[vi]': '#REF!' }))).toBeUndefined();
    expect(
      read(row({ 'name[vi]': 'T', 'measurements.value': '1|2', 'measurements.unit': 'cm' })),
    ).toBeUndefined();
    expect(read(row({ 'name[vi]': 'Trống' }))).toMatchObject({ fields: { name: [{ id: 'name-1' }] } });
  });

  it('leaves text without a column to the long way', () => {
    const unnamed = planOf(['name[vi]', '']);
    expect(read(['Trống', 'lạc'], unnamed)).toBeUndefined();
    expect(read(['Trống', ' '], unnamed)).toBeDefined();
  });
});

import fc from 'fast-check';
import { expect, test } from 'vitest';
import { readCsv, writeCsv } from '#formats/csv/index.ts';
import { KINDS, type RecordBody, templateColumns } from '#modules/standards/index.ts';
import { bodiesOf } from './bodies.fixture.ts';
import { readBody, writeBody } from './body-cells.ts';
import { groupedItems } from './group-cells.ts';
import { groupColumns } from './groups.ts';
import { publishedKnowledge } from './knowledge.fixture.ts';

const knowledge = await publishedKnowledge();

function groupsOf(kind: string) {
  const standard = knowledge.catalogue.standard(kind);
  if (!standard) throw new Error(kind);
  return { standard, groups: groupColumns(standard, templateColumns(standard)) };
}

/** Out into a guarded CSV file, and back through the reader of CSV. */
function there(kind: string, body: RecordBody) {
  const { groups } = groupsOf(kind);
  const { cells, rest } = writeBody(body, groups, knowledge);
  const header = groups.flatMap((group) => group.columns.map(({ key }) => key));
  const table = readCsv(writeCsv([header, cells.flat()], { guardFormulas: true }), { unguard: true });
  if (table.kind !== 'table') throw new Error(table.kind);
  return { groups, rest, row: table.rows[0]?.cells ?? [] };
}

function back(kind: string, body: RecordBody): RecordBody {
  const { groups, rest, row } = there(kind, body);
  let at = 0;
  const given = groups.flatMap((group) => {
    const read = groupedItems(group, row.slice(at, at + group.columns.length));
    at += group.columns.length;
    return read.kind === 'statements' ? [{ group, statements: read.statements }] : [];
  });
  const read = readBody({ standard: body.standard, fields: rest }, given, knowledge);
  expect(read.problems).toEqual([]);
  return read.body;
}

test.each(KINDS)('any %s comes back from a CSV file exactly as it was', (kind) => {
  const { standard } = groupsOf(kind);
  fc.assert(
    fc.property(bodiesOf(standard, knowledge.catalogue), (body) => {
      expect(back(kind, body)).toEqual(body);
    }),
    { numRuns: 60 },
  );
});

test('what cells can tell is told by cells alone', () => {
  const body: RecordBody = {
    standard: 'artefact@1.0',
    fields: {
      name: [
        { id: 'name-1', value: 'Trống đồng Ngọc Lũ', lang: 'vi' },
        { id: 'name-2', value: 'Ngọc Lũ drum', lang: 'en' },
      ],
      materials: [{ id: 'materials-1', value: 'bronze' }],
      measurements: [
        { id: 'measurements-1', value: { type: 'height', value: '63.5', unit: 'cm' } },
        { id: 'measurements-2', value: { type: 'diameter', value: '79', unit: 'cm', part: 'mặt' } },
      ],
      place: [{ id: 'place-1', value: { verbatim: 'xã Ngọc Lũ', units: ['38'] } }],
      provenance: [{ id: 'provenance-1', absent: 'unknown' }],
    },
  };
  const { groups, rest, row } = there('artefact', body);
  const keys = groups.flatMap((group) => group.columns.map(({ key }) => key));
  expect(rest).toEqual({});
  expect(Object.fromEntries(keys.map((key, i) => [key, row[i]] as const).filter(([, cell]) => cell))).toEqual(
    {
      'name[vi]': 'Trống đồng Ngọc Lũ',
      'name[en]': 'Ngọc Lũ drum',
      materials: 'bronze',
      'measurements.type': 'height|diameter',
      'measurements.value': '63.5|79',
      'measurements.unit': 'cm|cm',
      'measurements.part': '|mặt',
      'place.verbatim': 'xã Ngọc Lũ',
      'place.units': '38',
      'provenance[vi]': '[không rõ]',
    },
  );
});

test('what no cell shows travels aside, and only that', () => {
  const body: RecordBody = {
    standard: 'artefact@1.0',
    fields: {
      name: [
        { id: 'name-1', value: 'Trống đồng', lang: 'vi', source: ['Hồ sơ 1'] },
        { id: 'name-2', value: '銅鼓', lang: 'vi', script: 'Hani' },
      ],
      materials: [{ id: 'materials-1', value: 'bronze' }],
    },
  };
  const { rest, row } = there('artefact', body);
  expect(Object.keys(rest)).toEqual(['name']);
  expect(row).toContain('Trống đồng');
  expect(row.join()).not.toContain('銅鼓');
});

import { expect, it } from 'vitest';
import { readTable } from '../import/table-formats.ts';
import type { TableEvent } from './table-event.ts';

async function read(named: 'jsonl' | 'geojson', text: string): Promise<TableEvent[]> {
  const events: TableEvent[] = [];
  async function* bytes() {
    yield Buffer.from(text);
  }
  for await (const event of readTable(named, bytes())) events.push(event);
  return events;
}

it('objects become named cells, lists side by side, columns of all lines', async () => {
  const lines = [
    { id: 1, makers: [{ name: 'A', role: 'x' }, { name: 'B|C' }], size: { h: 0.1 + 0.2 } },
    { id: 2, tags: ['a', 'b'], gone: null, flag: true },
  ];
  const [header, ...rows] = await read(
    'jsonl',
    `${lines.map((line) => JSON.stringify(line)).join('\n\n')}\n`,
  );
  expect(header).toMatchObject({
    header: ['id', 'makers.name', 'makers.role', 'size.h', 'tags', 'flag'],
    format: 'jsonl',
  });
  expect(rows).toMatchObject([
    {
      line: 1,
      cells: ['1', expect.stringMatching(/^A ?\| ?B\\\|C$/), expect.stringMatching(/^x ?\|/), '0.3', '', ''],
    },
    { line: 3, cells: ['2', '', '', '', expect.stringMatching(/^a ?\| ?b$/), 'true'] },
  ]);
});

it('a list of members that have nothing in common stays one cell', async () => {
  const list = Array.from({ length: 5_000 }, (_, index) => ({ [`k${index}`]: index }));
  const [header, row] = await read('jsonl', JSON.stringify({ list }));
  expect(header).toMatchObject({ header: ['list'] });
  expect(row).toMatchObject({ cells: [JSON.stringify(list)] });
});

it('a file may be one line that comes in many pieces', async () => {
  const text = 'ộ'.repeat(200_000);
  const [, row] = await read('jsonl', `{"a":1}\n{"a":"${text}"}`);
  expect(row).toMatchObject({ line: 1, cells: ['1'] });
  expect((await read('jsonl', `{"a":"${text}"}`))[1]).toMatchObject({ line: 1, cells: [text] });
});

it.each([
  ['jsonl', '{"a":1}\n{"a":\n', { kind: 'not-json', line: 2 }],
  ['jsonl', '{"a":1,"a":2}\n', { kind: 'not-json', line: 1 }],
  ['jsonl', '{"a":1}\n[1]\n', { kind: 'not-an-object', line: 2 }],
  ['jsonl', '', { kind: 'empty' }],
  ['geojson', '{"type":"Feature"}', { kind: 'not-geojson', reason: 'type' }],
  ['geojson', '{"type":"FeatureCollection"}', { kind: 'not-geojson', reason: 'features' }],
  ['geojson', '{"type":', { kind: 'not-json' }],
] as const)('%s %j is refused with its place', async (named, text, refusal) => {
  expect((await read(named, text)).at(-1)).toMatchObject(refusal);
});

it('points of somebody else’s GeoJSON become coordinates', async () => {
  const feature = {
    type: 'Feature',
    id: 7,
    geometry: { type: 'Point', coordinates: [105.8, 21] },
    properties: { name: 'Đền' },
  };
  const [header, row] = await read(
    'geojson',
    JSON.stringify({ type: 'FeatureCollection', features: [feature] }),
  );
  expect(header).toMatchObject({ header: ['id', 'name', 'geometry.n', 'geometry.e'], format: 'geojson' });
  expect(row).toMatchObject({ cells: ['7', 'Đền', '21', '105.8'] });
});

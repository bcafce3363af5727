import { expect, test } from 'vitest';
import { mintName } from '#formats/ark/index.ts';
import { pidIn, readRowKey } from './row-key.ts';

const authority = { naan: '99999', shoulder: 'd1' };
const own = mintName({ naan: '99999', shoulder: 'd1', sequence: 7 });
const starter = mintName({ naan: '99999', shoulder: 'k0', sequence: 7 });
const other = mintName({ naan: '99999', shoulder: 'm3', sequence: 7 });

test.each([
  [own, { pid: own, names: 'own' }],
  [` ark:99999/${own} `, { pid: own, names: 'own' }],
  [`https://disan.example/ark:/99999/${own}`, { pid: own, names: 'own' }],
  [starter, { pid: starter, names: 'starter' }],
  [other, { pid: other, names: 'alias', scheme: 'local', value: other }],
  ['BTLS.1234', { names: 'alias', scheme: 'local', value: 'BTLS.1234' }],
  ['unesco-whs:678', { names: 'alias', scheme: 'unesco-whs', value: '678' }],
  ['BTLS:12', { names: 'alias', scheme: 'local', value: 'BTLS:12' }],
  ['https://cu.vn/hv/1', { names: 'alias', scheme: 'local', value: 'https://cu.vn/hv/1' }],
])('%s names a record', (cell, key) => {
  expect(readRowKey(cell, authority)).toMatchObject({ kind: 'key', ...key });
});

test('an empty cell names none', () => {
  expect(readRowKey('  ', authority)).toEqual({ kind: 'none' });
});

test.each([`${own.slice(0, -1)}${own.endsWith('b') ? 'c' : 'b'}`, 'ark:99999/d1xxxxxxx'])(
  '%s is mistyped',
  (cell) => {
    expect(readRowKey(cell, authority)).toMatchObject({
      kind: 'problem',
      problem: { code: 'no-such-identifier' },
    });
  },
);

test('a key has an end', () => {
  expect(readRowKey('x'.repeat(501), authority)).toMatchObject({ problem: { code: 'bad-row-key' } });
});

test.each([
  [own, own],
  [other, other],
  [`ark:/99999/${other}`, other],
  ['Bảo tàng Lịch sử', undefined],
  ['d1', undefined],
])('the identifier in %s', (text, pid) => {
  expect(pidIn(text, authority)).toBe(pid);
});

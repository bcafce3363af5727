import { expect, test } from 'vitest';
import type { Binaries } from './binaries.ts';
import { quoteList } from './launch.ts';
import { serverSettings } from './settings.ts';

const binaries: Binaries = { kind: 'binaries', directory: '/b', version: '18.4', major: '18' };

test('durability is on, TCP is off, and the name carries the fingerprint', () => {
  const { args, fingerprint } = serverSettings(binaries, {});
  expect(args).toEqual(expect.arrayContaining(['fsync=on', 'full_page_writes=on', 'listen_addresses=']));
  expect(args.at(-1)).toBe(`cluster_name=${fingerprint}`);
  expect(fingerprint).toMatch(/^disan-[0-9a-f]{12}$/);
});

test('a setting given replaces the program’s own, and any difference changes the fingerprint', () => {
  const { args, fingerprint } = serverSettings(binaries, { work_mem: '4MB' });
  expect(args.filter((arg) => arg.startsWith('work_mem='))).toEqual(['work_mem=4MB']);
  expect(fingerprint).not.toBe(serverSettings(binaries, {}).fingerprint);
  expect(serverSettings({ ...binaries, version: '18.5' }, {}).fingerprint).not.toBe(
    serverSettings(binaries, {}).fingerprint,
  );
  expect(serverSettings(binaries, {})).toEqual(serverSettings(binaries, {}));
});

test('a directory in a list of directories is quoted', () => {
  expect(quoteList('/a, b "c"')).toBe('"/a, b ""c"""');
});

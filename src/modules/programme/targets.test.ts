import { readFile } from 'node:fs/promises';
import { expect, it } from 'vitest';
import { DOCUMENTS, documentOf, PUBLISHED_FIGURES, TARGETS, targetById } from './targets.ts';

const lists = JSON.parse(await readFile('standards/codelists/designation-list/2024.json', 'utf8')) as {
  codes: { code: string }[];
};
const known = new Set(lists.codes.map(({ code }) => code));

it('holds every target of Decision 2026 and those of the later documents', () => {
  expect(TARGETS.map(({ id }) => id)).toEqual([
    ...['T1a', 'T1b', 'T2a', 'T2b', 'T3', 'T4'],
    ...['N80', 'N162', 'N611a', 'N611b'],
  ]);
  for (const target of TARGETS) expect(documentOf(target).chain.length).toBeGreaterThan(0);
  expect(new Set(DOCUMENTS.map(({ id }) => id)).size).toBe(DOCUMENTS.length);
});

it('names only lists that the registry has, each once in a target', () => {
  for (const { parts } of TARGETS) {
    const named = parts.flatMap((part) => part.lists);
    expect(new Set(named).size).toBe(named.length);
    for (const list of named) expect(known).toContain(list);
  }
  for (const { lists: named } of PUBLISHED_FIGURES) for (const list of named) expect(known).toContain(list);
});

it('leaves geoparks outside the UNESCO target', () => {
  expect(targetById('t1a')?.parts.flatMap(({ lists: named }) => named)).not.toContain(
    'CONG_VIEN_DIA_CHAT_TOAN_CAU',
  );
});

it('sets no share where items are only counted, and asks for a level wherever there is a population', () => {
  for (const { measure, share, parts, requirement } of TARGETS) {
    expect(share === null).toBe(measure === 'count');
    expect(requirement === null).toBe(parts.length === 0);
  }
});

it('finds a target in any case, and nothing under another name', () => {
  expect(targetById('T2A')?.id).toBe('T2a');
  expect(targetById('t9')).toBeUndefined();
});

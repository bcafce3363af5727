import { once } from 'node:events';
import { createWriteStream, type WriteStream } from 'node:fs';
import { chmod, mkdtemp } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import {
  deletionsOf,
  foldedWords,
  type LexemeClass,
  lexemesOf,
  packIds,
  sampleOf,
  staticRank,
  wholeNameTokens,
} from '#modules/search/index.ts';
import type { MadeRecord } from './generate.ts';
import { PROVINCES } from './words.ts';

/** The tables of search as files that PostgreSQL copies in: statements row by row would take the better part of an hour. */
export interface IndexFiles {
  /** Table with its columns → path. */
  files: { table: string; path: string }[];
}

interface Entry {
  id: number;
  class: LexemeClass;
  tier: number;
  lexeme: string;
  lower: string | null;
  df: number;
}

const PUBLIC_CLASS = 1;
const COUNTED = new Set(['importance', 'all', 'commune']);
const NULL = '\\N';

export async function writeIndexFiles(records: Iterable<MadeRecord>): Promise<IndexFiles> {
  const folder = await mkdtemp(join(tmpdir(), 'disan-bench-files-'));
  // The server may run as another user.
  await chmod(folder, 0o755);
  const path = (table: string) => join(folder, `${table}.tsv`);
  const [rows, cards] = [createWriteStream(path('row')), createWriteStream(path('card'))];
  const lexicon = new Map<string, Entry>();
  let line = 0;
  for (const record of records) {
    await writeLine(rows, rowOf(record, lexicon));
    await writeLine(cards, cardOf(record));
    line += 1;
    if (line % 100_000 === 0) process.stderr.write(`  made ${line}\n`);
  }
  await Promise.all([finish(rows), finish(cards)]);
  await writeAll(path('lexicon'), lexiconLines(lexicon.values()));
  await writeAll(path('deletion'), deletionLines(lexicon.values()));
  await writeAll(path('label'), labelLines(lexicon.values()));
  await writeAll(path('place'), placeLines());
  return {
    files: [
      { table: 'lexicon (id, access_class, class, tier, lexeme, lower, df)', path: path('lexicon') },
      { table: 'lexicon_deletion', path: path('deletion') },
      { table: 'search_row', path: path('row') },
      { table: 'search_card', path: path('card') },
      { table: 'facet_label', path: path('label') },
      { table: 'facet_name', path: path('place') },
    ],
  };
}

async function writeLine(stream: WriteStream, cells: readonly (string | number | null)[]): Promise<void> {
  if (!stream.write(`${cells.map((cell) => cell ?? NULL).join('\t')}\n`)) await once(stream, 'drain');
}

async function finish(stream: WriteStream): Promise<void> {
  stream.end();
  await once(stream, 'finish');
}

async function writeAll(path: string, lines: Iterable<(string | number | null)[]>): Promise<void> {
  const stream = createWriteStream(path);
  for (const cells of lines) await writeLine(stream, cells);
  await finish(stream);
}

function rowOf(record: MadeRecord, lexicon: Map<string, Entry>): (string | number | null)[] {
  const { id, name, text, facets, importance, year, earliest, latest, lon, lat } = record;
  const tokens: number[] = [];
  const hold = (lexemeClass: LexemeClass, lexeme: Omit<Entry, 'id' | 'class' | 'df'>) => {
    const key = `${lexemeClass[0]}${lexeme.tier}${lexeme.lexeme}`;
    let entry = lexicon.get(key);
    if (!entry) {
      entry = { id: lexicon.size + 1, class: lexemeClass, ...lexeme, df: 0 };
      lexicon.set(key, entry);
    }
    entry.df += 1;
    tokens.push(entry.id);
    return entry.id;
  };
  const counted = facets.flatMap(([facet, value]) => {
    const held = hold('facet', { tier: 0, lexeme: `${facet}=${value}`, lower: null });
    return COUNTED.has(facet) ? [] : [held];
  });
  const inName = lexemesOf([name]);
  for (const lexeme of inName.values()) hold('name', lexeme);
  for (const [key, lexeme] of lexemesOf([text])) if (!inName.has(key)) hold('text', lexeme);
  tokens.push(...wholeNameTokens([name]));
  const published = new Date(1.6e12 + id * 150_000).toISOString();
  return [
    id,
    PUBLIC_CLASS,
    sampleOf(id),
    staticRank({ id, importance, year }),
    earliest,
    latest,
    published,
    `(${lon},${lat})`,
    `\\\\x${packIds(counted).toString('hex')}`,
    `{${tokens.join(',')}}`,
  ];
}

function cardOf({ id, kind, name, text }: MadeRecord): (string | number)[] {
  const card = {
    title: { vi: name },
    summary: { vi: text.slice(0, 200) },
    types: [],
    lists: [],
    rank: 'none',
    verification: 'unconfirmed',
  };
  return [id, `b1${id}`, kind, name, JSON.stringify(card).replaceAll('\\', '\\\\')];
}

function* lexiconLines(entries: Iterable<Entry>): Generator<(string | number | null)[]> {
  for (const { id, class: lexemeClass, tier, lexeme, lower, df } of entries)
    yield [id, PUBLIC_CLASS, lexemeClass, tier, lexeme, lower, df];
}

function* deletionLines(entries: Iterable<Entry>): Generator<(string | number)[]> {
  const words = new Set<string>();
  for (const { class: lexemeClass, tier, lexeme } of entries)
    if (lexemeClass !== 'facet' && tier === 3) words.add(lexeme);
  for (const word of words) for (const deletion of deletionsOf(word)) yield [PUBLIC_CLASS, deletion, word];
}

function* labelLines(entries: Iterable<Entry>): Generator<string[]> {
  const names = new Map(
    PROVINCES.flatMap(({ code, name, former }) => [
      [code, name] as const,
      ...former.map(([old, oldName]) => [`former-${old}`, oldName] as const),
    ]),
  );
  for (const { class: lexemeClass, lexeme } of entries) {
    if (lexemeClass !== 'facet') continue;
    const [facet = '', value = ''] = lexeme.split('=');
    const label = names.get(value) ?? value;
    yield [facet, value, label, label];
  }
}

function* placeLines(): Generator<string[]> {
  for (const { code, name, former } of PROVINCES) {
    yield [foldedWords(name), 'place', code];
    for (const [old, oldName] of former) yield [foldedWords(oldName), 'formerPlace', `former-${old}`];
  }
}

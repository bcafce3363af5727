import { type Token, tokensOf } from './spelling.ts';

/** One row of the table of reign eras; a reign or dynasty without an era name has an empty `era`. */
export interface EraRow {
  dynasty: string;
  /** Names of the ruler; several rulers or other names in brackets or after a comma. */
  ruler: string;
  era: string;
  eraHan: string;
  /** First and last lunar year. */
  start: number;
  end: number;
  /** Whether year 1 was the year of accession (the default), the year after it, or is not known. */
  yearOne?: 'accession' | 'next' | 'either';
}

export type NameKind = 'era' | 'ruler' | 'dynasty';

export interface EraName {
  kind: NameKind;
  tokens: readonly Token[];
  rows: readonly EraRow[];
}

export interface EraNames {
  /** Eras, rulers and dynasties of two syllables or more, which are found anywhere in a text. */
  proper: readonly EraName[];
  /** Dynasties of one syllable, which are looked for last: Đinh, Lý, Mạc are other words too. */
  short: readonly EraName[];
  han: readonly { text: string; rows: readonly EraRow[] }[];
}

const BRACKETS_AND_COMMAS = /[(),;]| và /;
/** "(lần 1)" counts reigns of one ruler and is no name. */
const REIGN_COUNT = /^lần \d+$/i;
const TEMPLE_NAME = /(?:tong|to)$/;
/** Directions and ages that distinguish dynasties of one family name. */
const DISTINGUISHING = new Set(['tien', 'hau', 'tay', 'loan', 'thuoc']);

function namesIn(cell: string): string[] {
  const parts = cell.split(BRACKETS_AND_COMMAS).map((part) => part.trim());
  return parts.filter((part) => part !== '' && !REIGN_COUNT.test(part) && !part.startsWith('các '));
}

/** "Lê Thánh Tông" is also called "Thánh Tông"; other given names are too short to be told apart. */
function rulerNames(row: EraRow): string[] {
  return namesIn(row.ruler).flatMap((name) => {
    const [, ...rest] = name.split(' ');
    const short = rest.join(' ');
    const isTempleName = rest.length === 2 && TEMPLE_NAME.test(tokensOf(short).at(-1)?.folded ?? '');
    return isTempleName ? [name, short] : [name];
  });
}

/** "Nhà Lê sơ" is found as Lê sơ, Lê and Hậu Lê; "Nhà Tiền Lê" only as itself. */
function dynastyNames(row: EraRow): string[] {
  const name = row.dynasty.replace(/^nhà /i, '');
  const [family = '', ...rest] = name.split(' ');
  const own = DISTINGUISHING.has(tokensOf(family)[0]?.folded ?? '');
  return rest.length === 0 || own ? [name] : [name, family, `Hậu ${family}`];
}

function collect(eras: readonly EraRow[], kind: NameKind, names: (row: EraRow) => string[]): EraName[] {
  const found = new Map<string, { tokens: Token[]; rows: EraRow[] }>();
  for (const row of eras) {
    for (const name of names(row)) {
      const tokens = tokensOf(name);
      const key = tokens.map(({ marked }) => marked).join(' ');
      const entry = found.get(key) ?? { tokens, rows: [] };
      if (!entry.rows.includes(row)) entry.rows.push(row);
      found.set(key, entry);
    }
  }
  return [...found.values()].map((entry) => ({ kind, ...entry }));
}

function hanNames(eras: readonly EraRow[]): EraNames['han'] {
  const found = new Map<string, EraRow[]>();
  for (const row of eras) {
    for (const name of namesIn(row.eraHan)) found.set(name, [...(found.get(name) ?? []), row]);
  }
  return [...found].map(([text, rows]) => ({ text, rows }));
}

const prepared = new WeakMap<readonly EraRow[], EraNames>();

export function eraNames(eras: readonly EraRow[]): EraNames {
  const known = prepared.get(eras);
  if (known) return known;
  const all = [
    ...collect(eras, 'era', ({ era }) => namesIn(era)),
    ...collect(eras, 'ruler', rulerNames),
    ...collect(eras, 'dynasty', dynastyNames),
  ];
  const names: EraNames = {
    proper: all.filter(({ tokens }) => tokens.length > 1),
    short: all.filter(({ kind, tokens }) => kind === 'dynasty' && tokens.length === 1),
    han: hanNames(eras),
  };
  prepared.set(eras, names);
  return names;
}

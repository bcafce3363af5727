import type { EraName, EraRow, NameKind } from './era-names.ts';
import type { Token } from './spelling.ts';

/** Stands for a name that was found, so that nothing is read across it. */
export const NAME: Token = { marked: '§', folded: '§' };

export interface NameMatch {
  start: number;
  names: EraName[];
}

function isAt(name: EraName, tokens: readonly Token[], start: number): boolean {
  return name.tokens.every(({ folded }, offset) => tokens[start + offset]?.folded === folded);
}

function isMarkedAlike(name: EraName, tokens: readonly Token[], start: number): boolean {
  return name.tokens.every(({ marked }, offset) => tokens[start + offset]?.marked === marked);
}

/** Longest names first; of names that fold alike the one with the same marks counts, if there is one. */
export function findNames(names: readonly EraName[], tokens: readonly Token[]): NameMatch[] {
  const taken = new Set<number>();
  const matches: NameMatch[] = [];
  const longest = Math.max(0, ...names.map((name) => name.tokens.length));
  for (let length = longest; length > 0; length -= 1) {
    for (let start = 0; start + length <= tokens.length; start += 1) {
      const span = Array.from({ length }, (_, offset) => start + offset);
      if (span.some((index) => taken.has(index))) continue;
      const alike = names.filter((name) => name.tokens.length === length && isAt(name, tokens, start));
      if (alike.length === 0) continue;
      const exact = alike.filter((name) => isMarkedAlike(name, tokens, start));
      matches.push({ start, names: exact.length > 0 ? exact : alike });
      for (const index of span) taken.add(index);
    }
  }
  return matches;
}

export function withoutNames(tokens: readonly Token[], matches: readonly NameMatch[]): Token[] {
  const result: (Token | null)[] = [...tokens];
  for (const { start, names } of matches) {
    const length = names[0]?.tokens.length ?? 0;
    result.fill(null, start, start + length);
    result[start] = NAME;
  }
  return result.filter((token) => token !== null);
}

export function nameRows({ names }: NameMatch): { kinds: NameKind[]; rows: EraRow[] } {
  return { kinds: names.map(({ kind }) => kind), rows: names.flatMap(({ rows }) => rows) };
}

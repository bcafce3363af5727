import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { canChiYear } from '#formats/lunar/index.ts';
import type { EraRow } from './era-names.ts';
import { resolveEra } from './resolve.ts';

interface Concept extends Partial<EraRow> {
  from?: number;
  to?: number;
}

/** The table that this project publishes. */
function publishedRows(): EraRow[] {
  const { concepts } = JSON.parse(readFileSync('standards/vocabularies/reign-eras.json', 'utf8')) as {
    concepts: Concept[];
  };
  return concepts.flatMap(({ dynasty = '', ruler = '', era = '', eraHan = '', from, to }) =>
    from === undefined || to === undefined ? [] : [{ dynasty, ruler, era, eraHan, start: from, end: to }],
  );
}

const rows = publishedRows();
const named = rows.filter(({ era, eraHan }) => era !== '' && eraHan !== '');
const HAN = ['', '一', '二', '三', '四', '五', '六', '七', '八', '九'];

function inHan(number: number): string {
  const [tens, units] = [Math.floor(number / 10), number % 10];
  if (number === 1) return '元';
  return `${tens > 1 ? HAN[tens] : ''}${tens > 0 ? '十' : ''}${HAN[units]}`;
}

function lunarYears(text: string): (number | null)[] {
  const outcome = resolveEra(text, rows);
  return outcome.kind === 'date' ? outcome.candidates.map(({ lunarYear }) => lunarYear) : [];
}

/** "Đại Hòa (Thái Hòa)" is asked for by its first name. */
const first = (names: string) => names.split(/ ?[(,]/)[0] ?? '';

describe('the published table of eras', () => {
  it('is large, and no era ends before it begins', () => {
    expect(named.length).toBeGreaterThan(100);
    expect(rows.filter(({ start, end }) => end < start)).toEqual([]);
  });

  it('is read for every year of every era, in quốc ngữ and in Hán characters', () => {
    const missed: string[] = [];
    for (const { era, eraHan, start, end } of named) {
      for (let year = start; year <= end; year += 1) {
        const n = year - start + 1;
        for (const text of [`${first(era)} năm thứ ${n}`, `${first(eraHan)}${inHan(n)}年`])
          if (!lunarYears(text).includes(year)) missed.push(`${text} = ${year}`);
      }
    }
    expect(missed).toEqual([]);
  });

  it('confirms the name that each year has in the cycle of sixty, and doubts any other', () => {
    for (const { era, ruler, start, end } of named.slice(-25)) {
      const year = Math.floor((start + end) / 2);
      const text = `${first(era)} năm thứ ${year - start + 1}`;
      const [right, wrong] = [year, year + 1].map((one) => resolveEra(`${text}, ${canChiYear(one)}`, rows));
      const doubts = (outcome = right) =>
        outcome?.kind === 'date'
          ? outcome.derivation.filter(({ step }) => step === 'can-chi-disagrees')
          : null;
      expect({ era, ruler, doubts: doubts(right) }).toEqual({ era, ruler, doubts: [] });
      expect(doubts(wrong)).toHaveLength(1);
    }
  });

  it('refuses the year after the last of every era with its length, unless another era has the name', () => {
    const longest = Map.groupBy(named, ({ era }) => first(era));
    for (const [name, same] of longest) {
      const length = Math.max(...same.map(({ start, end }) => end - start + 1));
      const outcome = resolveEra(`${name} năm thứ ${length + 1}`, same);
      expect(outcome).toMatchObject({ kind: 'refused', reason: 'beyond-era', length, year: length + 1 });
    }
  });
});

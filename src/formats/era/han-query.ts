import { type EraNames, type EraRow, eraNames } from './era-names.ts';
import { hanNumber } from './numerals.ts';
import { combineNames, cycleIndexOf, type EraQuery, emptyQuery, type Season } from './query.ts';

const STEMS = '甲乙丙丁戊己庚辛壬癸';
const BRANCHES = '子丑寅卯辰巳午未申酉戌亥';
const SEASONS: Readonly<Record<string, Season>> = { 春: 'spring', 夏: 'summer', 秋: 'autumn', 冬: 'winter' };
const SEASON_THIRDS = '孟仲季';
/** Forms of one character in print and in manuscripts; the right one is the form of the table. */
const VARIANTS: Readonly<Record<string, string>> = {
  啓: '啟',
  宝: '寶',
  兴: '興',
  歷: '曆',
  历: '曆',
  绍: '紹',
  庆: '慶',
  徳: '德',
  閠: '閏',
  闰: '閏',
};
/** Set phrases of colophons: the great south, the august dynasty, in the year of, on an auspicious day. */
const FORMULAS = /歲次|皇朝|皇越|大越|大南|朝|年|月|日|吉|穀|良|旦|之|時|[\s,，、。.·:：()（）]/g;

function written(text: string): string {
  return [...text.normalize('NFKC')].map((char) => VARIANTS[char] ?? char).join('');
}

/** Takes the first match out of the text; what stood around it must not grow together. */
function take(text: string, pattern: RegExp): { match: RegExpExecArray | null; text: string } {
  const match = pattern.exec(text);
  return { match, text: match ? text.replace(match[0], ' ') : text };
}

/** 乾統元年 holds 乾統 and 統元: the one that begins first is meant, and of two that begin together the longer. */
function leftmostName(text: string, eras: readonly EraRow[]): EraNames['han'][number] | undefined {
  const present = eraNames(eras).han.flatMap((name) => {
    const at = text.indexOf(written(name.text));
    return at < 0 ? [] : [{ name, at }];
  });
  return present.sort((a, b) => a.at - b.at || b.name.text.length - a.name.text.length)[0]?.name;
}

function seasonOf(match: RegExpExecArray | null): Pick<EraQuery, 'season' | 'seasonMonth'> {
  const third = match?.[1] === undefined ? null : SEASON_THIRDS.indexOf(match[1]) + 1;
  return { season: SEASONS[match?.[2] ?? ''] ?? null, seasonMonth: third };
}

function numberIn(match: RegExpExecArray | null, group: number): number | null {
  const text = match?.[group];
  return text === undefined ? null : hanNumber(text);
}

/** Reads a date in Hán characters, such as 景興二十七年 or 明命十二年閏四月初五日. */
export function hanQuery(given: string, eras: readonly EraRow[]): EraQuery {
  const text = written(given);
  const name = leftmostName(text, eras);
  const bare = name ? text.replace(written(name.text), ' ') : text;
  const year = take(bare, /(元|[一二三四五六七八九十廿卅]+)年/);
  const month = take(year.text, /(閏)?(正|臘|[一二三四五六七八九十]+)月/);
  const day = take(month.text, /初?([一二三四五六七八九十廿卅]+)日/);
  const cycle = take(day.text, new RegExp(`([${STEMS}])([${BRANCHES}])`));
  const season = take(cycle.text, /([孟仲季])?([春夏秋冬])/);
  const rest = season.text.replace(FORMULAS, '');
  return {
    ...emptyQuery(),
    ...combineNames(name ? [{ kinds: ['era'], rows: name.rows }] : []),
    yearNumber: numberIn(year.match, 1),
    month: month.match?.[2] === '臘' ? 12 : numberIn(month.match, 2),
    leap: month.match?.[1] !== undefined,
    day: numberIn(day.match, 1),
    cycleIndex: cycle.match
      ? cycleIndexOf(STEMS.indexOf(cycle.match[1] ?? ''), BRANCHES.indexOf(cycle.match[2] ?? ''))
      : null,
    ...seasonOf(season.match),
    rest: rest === '' ? [] : [rest],
  };
}

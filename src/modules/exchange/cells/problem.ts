import type { Lang, LocalizedText } from '#platform/i18n/index.ts';
import { PROBLEMS, type ProblemCode, type Text } from './problem-texts.ts';

/** What is wrong with a cell or row, and apart from it what to do: the columns "Lỗi" and "Gợi ý" of the error file. */
export interface CellProblem {
  code: ProblemCode;
  problem: LocalizedText;
  advice: LocalizedText;
}

export type Read<T> = { kind: 'value'; value: T } | { kind: 'problem'; problem: CellProblem };

type Words = Readonly<Record<string, string | number | LocalizedText>>;
export function problem(code: ProblemCode, words: Words = {}): CellProblem {
  const [what, advice] = PROBLEMS[code];
  return { code, problem: filled(what, words), advice: filled(advice, words) };
}

export function refusedCell(code: ProblemCode, words: Words = {}): { kind: 'problem'; problem: CellProblem } {
  return { kind: 'problem', problem: problem(code, words) };
}

export function readAs<T>(value: T): { kind: 'value'; value: T } {
  return { kind: 'value', value };
}

function filled([vi, en]: Text, words: Words): LocalizedText {
  return { vi: filledIn(vi, 'vi', words), en: filledIn(en, 'en', words) };
}

function filledIn(text: string, lang: Lang, words: Words): string {
  return text.replace(/\{(\w+)\}/g, (whole, name: string) => {
    const word = words[name] ?? whole;
    return typeof word === 'object' ? word[lang] : String(word);
  });
}

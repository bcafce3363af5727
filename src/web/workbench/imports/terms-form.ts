import type { FastifyReply } from 'fastify';
import { meanTerms, termFinder, type UnmatchedTerm } from '#modules/exchange/index.ts';
import { templateColumns } from '#modules/standards/index.ts';
import type { LocalizedText } from '#platform/i18n/index.ts';
import { formOf } from '../frame/visit.ts';
import { follow, type JobVisit, seenIn } from './job-visit.ts';
import { showTerms } from './page-routes.tsx';

/** Takes what the words of the sheet mean and begins the dry run again. */
export async function takeTerms(found: JobVisit): Promise<FastifyReply> {
  const { visit, job } = found;
  const form = formOf(visit);
  const read = (job.checked?.unmatched ?? []).map((word, index) => meaningOf(word, { form, index, found }));
  const problems = read.flatMap((meaning) => ('problem' in meaning ? [meaning.problem] : []));
  if (problems.length > 0) return showTerms(found, { form, problems });
  const terms = read.flatMap((meaning) => ('term' in meaning ? [meaning.term] : []));
  return follow(found, await meanTerms(visit.workbench.intake, { ...seenIn(found), terms }), 'chay-thu');
}

type Meaning =
  | { term: { key: string; text: string; code: string | null } }
  | { problem: LocalizedText }
  | { undecided: true };

function meaningOf(
  { key, text }: UnmatchedTerm,
  { form, index, found }: { form: URLSearchParams; index: number; found: JobVisit },
): Meaning {
  if (form.get(`bo-${index}`) === '1') return { term: { key, text, code: null } };
  const given = (form.get(`tu-${index}`) ?? '').trim();
  if (given === '') return { undecided: true };
  const column = templateColumns(found.standard).find((candidate) => candidate.key === key);
  const match = column && termFinder(column, found.visit.workbench.intake)?.(given);
  if (match?.kind === 'code') return { term: { key, text, code: match.code } };
  return { problem: unknownTerm(text, given) };
}

function unknownTerm(word: string, given: string): LocalizedText {
  return {
    vi: `Từ “${word}”: “${given}” không phải một thuật ngữ của danh mục. Hãy chọn trong danh sách gợi ý, hoặc để trống.`,
    en: `Word “${word}”: “${given}” is no term of the list. Choose from the suggestions, or leave it empty.`,
  };
}

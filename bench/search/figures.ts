import { type Figure, percentile } from '../support/figures.ts';
import type { Measured, Paging, Timed } from './measure.ts';

const EXACT_LIMIT = 20_000;

const p95 = (queries: readonly Timed[], of: 'answer' | 'count'): number => {
  const times = queries.map((query) => query[of]);
  return percentile(times, 0.95);
};

const name = (records: number, text: string): string => `${records.toLocaleString('en')} · ${text}`;
const figure = (label: string, value: number): Figure => ({ name: label, value, unit: 'ms' });
const atMost = (label: string, value: number, limit: number): Figure => ({
  ...figure(label, value),
  target: { value: limit, is: 'at most' },
});

/** Up to 20,000 hits every answer is exact, at no more than three times the floor. */
export function figures({ records, queries, pages }: Measured): Figure[] {
  const exact = queries.filter(({ hits }) => hits <= EXACT_LIMIT);
  const answers = exact.map(({ answer }) => answer);
  const floor = p95(exact, 'count');
  const mean = (of: keyof Paging) => pages.reduce((sum, page) => sum + page[of], 0) / pages.length;
  return [
    figure(name(records, `${exact.length} queries up to 20,000 hits: count(*) p95`), floor),
    figure(name(records, 'answer p50'), percentile(answers, 0.5)),
    atMost(name(records, 'answer p95'), p95(exact, 'answer'), 3 * floor),
    figure(name(records, 'second page of a frequent word'), mean('second')),
    atMost(name(records, 'deepest page'), mean('deepest'), 1.5 * mean('second')),
  ];
}

/** Answers with almost the limit of hits stand for the limit itself. */
const NEAR_LIMIT = 20;

/** Beyond, no answer takes more than twice as long as those at the limit. */
export function beyondFigures({ records, queries }: Measured): Figure[] {
  const exact = queries.filter(({ hits }) => hits <= EXACT_LIMIT).toSorted((a, b) => b.hits - a.hits);
  const beyond = queries.filter(({ hits }) => hits > EXACT_LIMIT);
  if (beyond.length === 0) return [];
  const limit = p95(exact.slice(0, NEAR_LIMIT), 'answer');
  const slowest = Math.max(...beyond.map(({ answer }) => answer));
  return [
    figure(name(records, 'answer p95 at 20,000 hits'), limit),
    figure(name(records, `${beyond.length} queries beyond 20,000 hits: count(*) p95`), p95(beyond, 'count')),
    figure(name(records, 'answer p95 beyond'), p95(beyond, 'answer')),
    atMost(name(records, 'slowest answer beyond'), slowest, 2 * limit),
  ];
}

/** Pairs of answers whose numbers of hits differ by no more than a tenth, over the small and the large index. */
export function growthFigures(small: Measured, large: Measured): Figure[] {
  const pairs = large.queries.flatMap((query) => {
    const distance = ({ hits }: Timed) => Math.abs(hits - query.hits);
    const like = small.queries
      .filter((other) => distance(other) <= query.hits / 10)
      .toSorted((a, b) => distance(a) - distance(b))[0];
    return like ? [{ small: like, large: query }] : [];
  });
  if (pairs.length === 0) return [];
  const of = (side: 'small' | 'large') => pairs.map((pair) => pair[side]);
  const text = `${pairs.length} pairs of equally many hits:`;
  return [
    figure(name(small.records, `${text} count(*) p95`), p95(of('small'), 'count')),
    figure(name(large.records, `${text} count(*) p95`), p95(of('large'), 'count')),
    figure(name(small.records, `${text} answer p95`), p95(of('small'), 'answer')),
    atMost(
      name(large.records, `${text} answer p95`),
      p95(of('large'), 'answer'),
      5 * p95(of('small'), 'answer'),
    ),
  ];
}

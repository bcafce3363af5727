// A full search answer (24 results, total, all facets) over made-up records, for the golden queries and the 200 most
// frequent syllables. Floor: `count(*)` of the same predicate, in the same run.
import { GOLDEN_QUERIES } from '#tests/golden/search-queries.ts';
import { frequentSyllables, type Timed, timePages, timeQueries } from './search/measure.ts';
import { openFilledServer } from './search/server.ts';
import { readArguments } from './support/arguments.ts';
import { type Figure, percentile, printFigures } from './support/figures.ts';

const MILLION = 1_000_000;
/** What the answers at a million are compared with, for equally many hits. */
const SMALL = 10_000;
const EXACT_LIMIT = 20_000;

interface Measured {
  records: number;
  queries: Timed[];
  second: number;
  deepest: number;
}

async function measure(records: number): Promise<Measured> {
  process.stderr.write(`${records} records\n`);
  const server = await openFilledServer(records);
  try {
    const syllables = await frequentSyllables(server.db, 200);
    const golden = GOLDEN_QUERIES.filter((query) => query.class !== 'nfd').map(({ q }) => q);
    const queries = await timeQueries(server.db, [...new Set([...golden, ...syllables])]);
    const pages = await timePages(server.db, syllables[0] ?? '');
    return { records, queries, ...pages };
  } finally {
    await server.stop();
  }
}

const p95 = (queries: readonly Timed[], of: 'answer' | 'count') =>
  percentile(
    queries.map((query) => query[of]),
    0.95,
  );

/** The slowest of the queries with almost the limit of hits stand for the limit itself. */
const nearLimit = (queries: readonly Timed[]) => {
  const exact = queries.filter(({ hits }) => hits <= EXACT_LIMIT).toSorted((a, b) => b.hits - a.hits);
  return exact.slice(0, 20);
};

function figures({ records, queries, second, deepest }: Measured): Figure[] {
  const exact = queries.filter(({ hits }) => hits <= EXACT_LIMIT);
  const beyond = queries.filter(({ hits }) => hits > EXACT_LIMIT);
  const name = (text: string) => `${records.toLocaleString('en')} · ${text}`;
  const floor = p95(exact, 'count');
  return [
    { name: name(`queries up to 20,000 hits`), value: exact.length, unit: '' },
    {
      name: name('answer p50'),
      value: percentile(
        exact.map((q) => q.answer),
        0.5,
      ),
      unit: 'ms',
    },
    { name: name('count(*) p95'), value: floor, unit: 'ms' },
    {
      name: name('answer p95'),
      value: p95(exact, 'answer'),
      unit: 'ms',
      target: { value: 3 * floor, is: 'at most' },
    },
    ...(beyond.length === 0
      ? []
      : ([
          { name: name('queries beyond 20,000 hits'), value: beyond.length, unit: '' },
          { name: name('count(*) p95 beyond'), value: p95(beyond, 'count'), unit: 'ms' },
          { name: name('answer p95 at 20,000'), value: p95(nearLimit(queries), 'answer'), unit: 'ms' },
          {
            name: name('answer, slowest beyond'),
            value: Math.max(...beyond.map(({ answer }) => answer)),
            unit: 'ms',
            target: { value: 2 * p95(nearLimit(queries), 'answer'), is: 'at most' },
          },
        ] satisfies Figure[])),
    { name: name('second page'), value: second, unit: 'ms' },
    {
      name: name('deepest page'),
      value: deepest,
      unit: 'ms',
      target: { value: 1.5 * second, is: 'at most' },
    },
  ];
}

/** Equally many hits: pairs of answers whose numbers of hits differ by no more than a tenth. */
function growth(small: Measured, large: Measured): Figure[] {
  const pairs = large.queries.flatMap((query) => {
    const like = small.queries
      .filter(({ hits }) => Math.abs(hits - query.hits) <= query.hits / 10)
      .toSorted((a, b) => Math.abs(a.hits - query.hits) - Math.abs(b.hits - query.hits))[0];
    return like ? [{ small: like, large: query }] : [];
  });
  if (pairs.length === 0) return [];
  const limit =
    5 *
    p95(
      pairs.map((pair) => pair.small),
      'answer',
    );
  return [
    {
      name: `${large.records.toLocaleString('en')} against ${small.records.toLocaleString('en')}, ${pairs.length} pairs of equally many hits: p95`,
      value: p95(
        pairs.map((pair) => pair.large),
        'answer',
      ),
      unit: 'ms',
      target: { value: limit, is: 'at most' },
    },
  ];
}

const { records, json } = readArguments();
const small = await measure(Math.min(records ?? MILLION, SMALL));
const large = (records ?? MILLION) > SMALL ? await measure(records ?? MILLION) : undefined;
const all = [...figures(small), ...(large ? [...figures(large), ...growth(small, large)] : [])];
if (process.env.DISAN_BENCH_DETAIL)
  for (const query of (large ?? small).queries.toSorted((a, b) => b.answer - a.answer).slice(0, 60))
    process.stderr.write(
      `  ${query.q.padEnd(40)} ${query.hits} hits ${query.answer.toFixed(1)} / ${query.count.toFixed(1)} ms\n`,
    );
process.exitCode = printFigures('search', all, json) ? 0 : 1;

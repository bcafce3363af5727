// A full search answer (24 results, total, all facets) over made-up records, for the golden queries and the 200 most
// frequent syllables. Floor: `count(*)` of the same predicate, in the same run.
import { GOLDEN_QUERIES } from '#tests/golden/search-queries.ts';
import { beyondFigures, figures, growthFigures } from './search/figures.ts';
import { frequentSyllables, type Measured, type Paging, timePages, timeQueries } from './search/measure.ts';
import { openFilledServer } from './search/server.ts';
import { readArguments } from './support/arguments.ts';
import { type Figure, printFigures } from './support/figures.ts';

const MILLION = 1_000_000;
/** What the answers at a million are compared with, for equally many hits. */
const SMALL = 10_000;

async function measure(records: number): Promise<Measured> {
  process.stderr.write(`${records} records\n`);
  const server = await openFilledServer(records);
  try {
    const syllables = await frequentSyllables(server.db, 200);
    const golden = GOLDEN_QUERIES.filter((query) => query.class !== 'nfd').map(({ q }) => q);
    const queries = await timeQueries(server.db, [...new Set([...golden, ...syllables])]);
    const pages: Paging[] = [];
    for (const [at, q] of syllables.entries()) if (at % 40 === 0) pages.push(await timePages(server.db, q));
    return { records, queries, pages };
  } finally {
    await server.stop();
  }
}

/** The slowest answers, for whoever wants to make them faster. */
function printDetail({ queries }: Measured): void {
  for (const { q, hits, answer, count } of queries.toSorted((a, b) => b.answer - a.answer).slice(0, 60))
    process.stderr.write(`  ${q.padEnd(50)} ${hits} hits ${answer.toFixed(1)} / ${count.toFixed(1)} ms\n`);
}

// A small index is measured for the comparison; the limits are those of the large one.
const withoutLimits = ({ target: _target, ...figure }: Figure): Figure => figure;

const { records, json } = readArguments();
const wanted = records ?? MILLION;
const small = await measure(Math.min(wanted, SMALL));
const large = wanted > SMALL ? await measure(wanted) : undefined;
if (process.env.DISAN_BENCH_DETAIL) printDetail(large ?? small);
const all = large
  ? [
      ...figures(small).map(withoutLimits),
      ...figures(large),
      ...beyondFigures(large),
      ...growthFigures(small, large),
    ]
  : figures(small).map(withoutLimits);
process.exitCode = printFigures('search', all, json) ? 0 : 1;

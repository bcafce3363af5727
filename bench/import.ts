// A sheet of 100,000 museum objects: checked without writing, against the reader of tables alone, and imported as one
// changeset with validation, versions, audit and index, against `COPY` of the rows that came of it.
import { execFile } from 'node:child_process';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { copySeconds } from './import/floor.ts';
import { writeBook, writeSheet } from './import/sheet.ts';
import type { Step } from './import/step.ts';
import { readArguments } from './support/arguments.ts';
import { printFigures } from './support/figures.ts';
import { openBenchRegistry } from './support/registry.ts';

const MOST_MEMORY_MIB = 400;
/** Repeats of the short steps; the best counts, for the floor as for what is held against it. */
const ROUNDS = 3;

interface Taken {
  seconds: number;
  cpu: number;
  rssMiB: number;
  outcome: string;
}

const run = promisify(execFile);

async function timed(step: Step): Promise<Taken> {
  const program = join(import.meta.dirname, 'import/run.ts');
  const { stdout } = await run(process.execPath, [program, JSON.stringify(step)]);
  const taken = JSON.parse(stdout) as Taken;
  process.stderr.write(
    `  ${step.what}: ${taken.seconds.toFixed(2)} s, ${taken.cpu.toFixed(2)} s of processor, ${taken.outcome}\n`,
  );
  return taken;
}

async function best(step: Step): Promise<Taken> {
  const taken: Taken[] = [];
  for (let round = 0; round < ROUNDS; round += 1) taken.push(await timed(step));
  const [first, ...others] = taken.toSorted((a, b) => a.seconds - b.seconds);
  if (!first) throw new Error('nothing was measured');
  return { ...first, rssMiB: Math.max(first.rssMiB, ...others.map(({ rssMiB }) => rssMiB)) };
}

const { records, json } = readArguments();
const rows = records ?? 100_000;
const folder = await mkdtemp(join(tmpdir(), 'disan-bench-sheet-'));
const registry = await openBenchRegistry(4);
try {
  const path = join(folder, 'hien-vat.csv');
  const book = join(folder, 'hien-vat.xlsx');
  await writeSheet(path, rows);
  await writeBook(book, rows);
  const { connection } = registry;
  const parsing = await best({ what: 'parse', connection, path });
  const checking = await best({ what: 'dry-run', connection, path });
  const checkingBook = await timed({ what: 'dry-run', connection, path: book });
  const writing = await timed({ what: 'commit', connection, path });
  const copying = await copySeconds(registry.database.db);
  const perSecond = (seconds: number) => rows / seconds;
  const good = printFigures(
    `import: a sheet of ${rows} rows`,
    [
      { name: 'parsing alone', value: perSecond(parsing.seconds), unit: 'rows/s' },
      {
        name: 'dry run',
        value: perSecond(checking.seconds),
        unit: 'rows/s',
        target: { value: 0.5 * perSecond(parsing.seconds), is: 'at least' },
      },
      {
        name: 'memory of the dry run',
        value: checking.rssMiB,
        unit: 'MiB',
        target: { value: MOST_MEMORY_MIB, is: 'at most' },
      },
      { name: 'dry run of a workbook', value: perSecond(checkingBook.seconds), unit: 'rows/s' },
      {
        name: 'memory of the dry run of a workbook',
        value: checkingBook.rssMiB,
        unit: 'MiB',
        target: { value: MOST_MEMORY_MIB, is: 'at most' },
      },
      { name: 'COPY of the same rows', value: perSecond(copying), unit: 'rows/s' },
      {
        name: 'import, committed',
        value: perSecond(writing.seconds),
        unit: 'rows/s',
        target: { value: 0.25 * perSecond(copying), is: 'at least' },
      },
      { name: 'memory of the import', value: writing.rssMiB, unit: 'MiB' },
    ],
    json,
  );
  process.exitCode = good ? 0 : 1;
} finally {
  await registry.close();
  await rm(folder, { recursive: true, force: true });
}

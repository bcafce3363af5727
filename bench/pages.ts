// Requests per CPU-second of the server process on the starter data: search pages from the anonymous page cache, and
// search pages that have to be made. Floor: /healthz of the same process, which does no work beyond HTTP.
import { readFile } from 'node:fs/promises';
import { Agent, get } from 'node:http';
import { readArguments } from './support/arguments.ts';
import { printFigures } from './support/figures.ts';
import { QUERIES } from './support/page-queries.ts';
import { startProgram } from './support/program.ts';

/** USER_HZ of Linux: the unit of utime and stime in /proc/PID/stat. */
const TICKS_PER_SECOND = 100;
const CONNECTIONS = 8;
const SECONDS = 8;

async function cpuSeconds(pid: number): Promise<number> {
  const stat = await readFile(`/proc/${pid}/stat`, 'utf8');
  // Fields 14 and 15, counted behind the command's closing bracket (proc(5)).
  const fields = stat.slice(stat.lastIndexOf(')') + 2).split(' ');
  return (Number(fields[11]) + Number(fields[12])) / TICKS_PER_SECOND;
}

const agent = new Agent({ keepAlive: true, maxSockets: CONNECTIONS });

function fetchOnce(url: string): Promise<void> {
  return new Promise((resolve, reject) => {
    get(url, { agent, headers: { 'accept-encoding': 'gzip', accept: 'text/html' } }, (response) => {
      if (response.statusCode !== 200) reject(new Error(`${response.statusCode} ${url}`));
      response.resume();
      response.on('end', resolve);
    }).on('error', reject);
  });
}

/** Requests answered per CPU-second of the process while `next` gives the addresses. */
async function measure(pid: number, next: () => string | null): Promise<number> {
  const before = await cpuSeconds(pid);
  const end = performance.now() + SECONDS * 1000;
  let answered = 0;
  const client = async () => {
    while (performance.now() < end) {
      const url = next();
      if (url === null) return;
      await fetchOnce(url);
      answered += 1;
    }
  };
  await Promise.all(Array.from({ length: CONNECTIONS }, client));
  return answered / ((await cpuSeconds(pid)) - before);
}

function pageOf(address: string, query: string, variant: number): string {
  // An unknown display variant is no different page to a reader, but a different key to the cache.
  return `${address}/vi/tim-kiem?q=${encodeURIComponent(query)}&view=${variant % 2 === 0 ? 'list' : 'grid'}`;
}

const { json } = readArguments();
const program = await startProgram();
try {
  const { pid, address } = program;
  const pages = QUERIES.flatMap((query) => [pageOf(address, query, 0), pageOf(address, query, 1)]);
  const warm = pages.slice(0, 20);
  for (const url of warm) await fetchOnce(url);
  let turn = 0;
  const floor = await measure(pid, () => `${address}/healthz`);
  const cached = await measure(pid, () => warm[turn++ % warm.length] ?? null);
  const remaining = pages.slice(20).values();
  const made = await measure(pid, () => remaining.next().value ?? null);
  const good = printFigures(
    'pages: requests per CPU-second of the server process',
    [
      { name: '/healthz (floor)', value: floor, unit: 'req/CPU-s' },
      {
        name: 'search page, page cache',
        value: cached,
        unit: 'req/CPU-s',
        target: { value: 5000, is: 'at least' },
      },
      { name: 'search page, made', value: made, unit: 'req/CPU-s', target: { value: 150, is: 'at least' } },
    ],
    json,
  );
  process.exitCode = good ? 0 : 1;
} finally {
  await program.stop();
}

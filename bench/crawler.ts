// A crawler that walks combinations of filters must cost readers nothing: 200 readers open pages while a crawler with
// many addresses and 32 connections asks for one combination after the other. Floor: the same readers without it.
import { Agent, get } from 'node:http';
import { setTimeout as sleep } from 'node:timers/promises';
import { readArguments } from './support/arguments.ts';
import { percentile, printFigures } from './support/figures.ts';
import { QUERIES } from './support/page-queries.ts';
import { startProgram } from './support/program.ts';

const READERS = 200;
/** A reader opens a page, reads, and opens the next (ms). */
const READING_MS = 2_000;
const CRAWLER_CONNECTIONS = 32;
const SECONDS = 20;

interface Answer {
  status: number;
  ms: number;
}

function ask(url: string, options: { agent: Agent; headers?: Record<string, string> }): Promise<Answer> {
  const started = performance.now();
  const headers = { 'accept-encoding': 'gzip', accept: 'text/html', ...options.headers };
  return new Promise((resolve, reject) => {
    get(url, { agent: options.agent, headers }, (response) => {
      response.resume();
      response.on('end', () =>
        resolve({ status: response.statusCode ?? 0, ms: performance.now() - started }),
      );
    }).on('error', reject);
  });
}

interface Pages {
  /** What everybody opens: home and the searches of the golden set. */
  popular: string[];
  /** Records, of which there are many, each opened now and then. */
  records: string[];
}

async function readerPages(address: string): Promise<Pages> {
  // A record has one address; the sitemap names it.
  const sitemap = await (await fetch(`${address}/sitemaps/records-0.xml`)).text();
  const searches = QUERIES.slice(0, 40).map(
    (query) => `${address}/vi/tim-kiem?q=${encodeURIComponent(query)}`,
  );
  return {
    popular: [`${address}/vi`, ...searches],
    records: [...sitemap.matchAll(/<loc>([^<]+)<\/loc>/g)].map(([, location = '']) => location),
  };
}

/** Every other page is a record, by a stride that spreads readers over all of them. */
function pageAt({ popular, records }: Pages, reader: number, turn: number): string {
  const page =
    turn % 2 === 0
      ? popular[(reader + turn) % popular.length]
      : records[(reader * 997 + turn * 31) % records.length];
  return page ?? '';
}

/** What a page took each time, for all readers together (ms). */
async function read(pages: Pages, until: number): Promise<number[]> {
  const agent = new Agent({ keepAlive: true, maxSockets: READERS });
  const reader = async (number: number): Promise<number[]> => {
    const times: number[] = [];
    await sleep((number * READING_MS) / READERS);
    for (let turn = number; performance.now() < until; turn += 1) {
      const { ms, status } = await ask(pageAt(pages, number, turn), { agent });
      if (status !== 200) throw new Error(`a reader got ${status}`);
      times.push(ms);
      await sleep(READING_MS);
    }
    return times;
  };
  const times = await Promise.all(Array.from({ length: READERS }, (_, number) => reader(number)));
  agent.destroy();
  return times.flat();
}

function* combinations(address: string): Generator<string> {
  const kinds = ['monument', 'artefact', 'intangible', 'documentary', 'museum'];
  for (let from = 1000; ; from += 1) {
    for (const kind of kinds) {
      for (const place of ['01', '46', '48', '38', '79', '92']) {
        for (const sort of ['name', 'date', 'newest']) {
          yield `${address}/vi/tim-kiem?kind=${kind}&place=${place}&from=${from}&sort=${sort}`;
        }
      }
    }
  }
}

/** Pages that the crawler got, and requests that were turned away. */
async function crawl(address: string, until: number): Promise<{ got: number; refused: number }> {
  const agent = new Agent({ keepAlive: true, maxSockets: CRAWLER_CONNECTIONS });
  const walk = combinations(address);
  const count = { got: 0, refused: 0 };
  const connection = async (number: number) => {
    while (performance.now() < until) {
      const forwarded = `10.0.${number}.${Math.floor(Math.random() * 250) + 1}`;
      const { status } = await ask(walk.next().value ?? '', {
        agent,
        headers: { 'x-forwarded-for': forwarded },
      });
      if (status === 200) count.got += 1;
      else count.refused += 1;
    }
  };
  await Promise.all(Array.from({ length: CRAWLER_CONNECTIONS }, (_, number) => connection(number)));
  agent.destroy();
  return count;
}

const { json } = readArguments();
const program = await startProgram({ DISAN_TRUST_PROXY: 'yes' });
try {
  const { address } = program;
  const pages = await readerPages(address);
  const until = () => performance.now() + SECONDS * 1000;
  await read(pages, performance.now() + 3_000);
  const alone = await read(pages, until());
  const end = until();
  const [beside, crawled] = await Promise.all([read(pages, end), crawl(address, end)]);
  const good = printFigures(
    `crawler: ${READERS} readers, ${CRAWLER_CONNECTIONS} connections of a crawler`,
    [
      { name: 'readers alone, p95 (floor)', value: percentile(alone, 0.95), unit: 'ms' },
      {
        name: 'readers beside the crawler, p95',
        value: percentile(beside, 0.95),
        unit: 'ms',
        target: { value: 2 * percentile(alone, 0.95), is: 'at most' },
      },
      { name: 'pages read, alone', value: alone.length, unit: '' },
      { name: 'pages read, beside', value: beside.length, unit: '' },
      { name: 'pages the crawler got', value: crawled.got / SECONDS, unit: '/s' },
      { name: 'requests turned away', value: crawled.refused / SECONDS, unit: '/s' },
    ],
    json,
  );
  process.exitCode = good ? 0 : 1;
} finally {
  await program.stop();
}

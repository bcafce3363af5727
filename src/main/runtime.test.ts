import { mkdir, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { createRecord } from '#modules/registry/index.ts';
import { sourceBody } from '#tests/support/bodies.ts';
import { testDatabase } from '#tests/support/postgres.ts';
import { addressOf, aTerminal, settings } from './invocation.fixture.ts';
import { loadKnowledge } from './knowledge.ts';
import { boundariesFile, DATA } from './paths.ts';
import { openRuntime, type Runtime } from './runtime.ts';
import { startBackground, workQueue } from './worker.ts';

const own = await testDatabase();
let folder: string;
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'disan-runtime-'));
});
afterAll(async () => {
  await own.close();
  await rm(folder, { recursive: true, force: true });
});

async function open(changes: Record<string, string> = {}) {
  const terminal = aTerminal();
  const config = settings({ DISAN_DATA: folder, DATABASE_URL: await addressOf(own.db), ...changes });
  return { outcome: await openRuntime({ config, terminal }), said: terminal.said };
}

async function withRuntime(act: (runtime: Runtime) => Promise<void>, changes: Record<string, string> = {}) {
  const { outcome, said } = await open(changes);
  if (outcome.kind === 'failed') throw new Error(said.join('\n'));
  try {
    await act(outcome.runtime);
  } finally {
    await outcome.runtime.close();
  }
}

/** A record as the administrator writes one; it leaves a job and an audit row behind. */
async function write(runtime: Runtime): Promise<void> {
  const ctx = await runtime.contextAs('administrator');
  const outcome = await createRecord(ctx, { body: sourceBody() });
  expect(outcome.kind).toBe('created');
}

describe('what a command works with', () => {
  it('acts as one of the program’s own actors, under the names of this installation', async () => {
    await withRuntime(
      async (runtime) => {
        const [bootstrap, administrator] = [
          await runtime.contextAs('bootstrap'),
          await runtime.contextAs('administrator'),
        ];
        expect(bootstrap.actorId).not.toBe(administrator.actorId);
        expect(administrator).toMatchObject({ naan: '12345', shoulder: 'x9' });
      },
      { DISAN_NAAN: '12345', DISAN_SHOULDER: 'x9' },
    );
  });

  it('has the real time, or the fixed one of a test', async () => {
    await withRuntime(async ({ now }) => {
      expect(Math.abs(now().getTime() - Date.now())).toBeLessThan(60_000);
    });
    await withRuntime(
      async ({ now }) => {
        expect(now().toISOString()).toBe('2027-02-01T01:00:00.000Z');
      },
      { DISAN_CLOCK: '2027-02-01T08:00:00+07:00' },
    );
  });

  it('is not opened without a database, and the reason is one line', async () => {
    const { outcome, said } = await open({ DATABASE_URL: 'postgres://x@no-such-host.invalid/x' });
    expect(outcome).toEqual({ kind: 'failed', code: 1 });
    expect(said).toHaveLength(1);
  });
});

describe('background work', () => {
  it('is told of, and done by those who must leave nothing waiting', async () => {
    await withRuntime(async (runtime) => {
      expect(await runtime.pendingWork()).toEqual({ jobs: 0, failedJobs: 0, unsealed: 0 });
      await write(runtime);
      const { jobs, unsealed } = await runtime.pendingWork();
      expect([jobs > 0, unsealed > 0]).toEqual([true, true]);
      await workQueue(runtime);
      expect(await runtime.pendingWork()).toEqual({ jobs: 0, failedJobs: 0, unsealed: 0 });
    });
  });

  it('is done beside everything else until it is stopped', async () => {
    await withRuntime(async (runtime) => {
      const background = await startBackground(runtime);
      await write(runtime);
      await expect
        .poll(runtime.pendingWork, { timeout: 15_000, interval: 100 })
        .toEqual({ jobs: 0, failedJobs: 0, unsealed: 0 });
      const asked = performance.now();
      await background.stop();
      // The pause between two rounds is not waited for.
      expect(performance.now() - asked).toBeLessThan(1_900);
      await write(runtime);
      expect((await runtime.pendingWork()).unsealed).toBeGreaterThan(0);
      await workQueue(runtime);
    });
  });
});

describe('the map', () => {
  const SHIPPED = join(DATA, 'map', 'provinces.json');

  async function boundaries(text: string): Promise<string> {
    const dataDir = await mkdtemp(join(folder, 'data-'));
    await mkdir(dirname(boundariesFile(dataDir)));
    await writeFile(boundariesFile(dataDir), text);
    return dataDir;
  }

  const provinceNames = async (dataDir?: string) => {
    const outcome = await loadKnowledge(dataDir === undefined ? {} : { dataDir });
    if (outcome.kind === 'refused') return outcome.problems;
    return outcome.map.provinces.map(({ name }) => name.vi);
  };

  it('is the one that is shipped, until the operator loads another', async () => {
    const shipped = await provinceNames();
    expect(new Set(shipped).size).toBe(34);
    expect(await provinceNames(folder)).toEqual(shipped);
    const changed = (await readFile(SHIPPED, 'utf8')).replaceAll('Cà Mau', 'Cà Mau (chính thức)');
    expect(await provinceNames(await boundaries(changed))).toContain('Cà Mau (chính thức)');
  });

  it('is refused in words when the operator’s file is damaged or lacks territory', async () => {
    const text = await readFile(SHIPPED, 'utf8');
    for (const broken of [text.slice(0, 1_000), '', '{"type":"FeatureCollection","features":[]}']) {
      const dataDir = await boundaries(broken);
      const { outcome, said } = await open({ DISAN_DATA: dataDir });
      expect(outcome).toEqual({ kind: 'failed', code: 1 });
      expect(said.length).toBeGreaterThan(0);
      for (const line of said) expect(line.startsWith(boundariesFile(dataDir))).toBe(true);
    }
  });
});

describe('the eras', () => {
  it('come from the vocabulary, those without years left out', async () => {
    const knowledge = await loadKnowledge();
    if (knowledge.kind === 'refused') throw new Error(knowledge.problems.join('\n'));
    expect(knowledge.eras.length).toBeGreaterThan(100);
    expect(knowledge.eras).toContainEqual(
      expect.objectContaining({ era: expect.stringMatching(/^Minh Mạng/), eraHan: '明命', start: 1820 }),
    );
    for (const { start, end } of knowledge.eras) expect(start).toBeLessThanOrEqual(end);
  });
});

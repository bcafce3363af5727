import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { runProgram, startProgram } from '#tests/support/program.ts';

let dataDir: string;
beforeAll(async () => {
  dataDir = await mkdtemp(join(tmpdir(), 'disan-recovery-'));
});
afterAll(() => rm(dataDir, { recursive: true, force: true }));

async function total(address: string): Promise<number> {
  const response = await fetch(`${address}/api/v1/search?limit=1`);
  const answer = (await response.json()) as { total: number };
  return answer.total;
}

describe('a power cut while the starter data is loaded', { timeout: 240_000 }, () => {
  test('the next start is whole: everything is there once, and every hash holds', async () => {
    // Killed at different moments: while the database starts, in the middle of the load, near its end.
    for (const moment of [1_500, 4_000, 7_000]) {
      const program = await startProgram(['up', '--port', '0', '--data', dataDir]);
      await Promise.race([sleep(moment), program.ready.catch(() => undefined)]);
      program.child.kill('SIGKILL');
      await sleep(300);
    }
    const program = await startProgram(['up', '--port', '0', '--data', dataDir]);
    const address = await program.ready;
    const count = await total(address);
    expect(count).toBeGreaterThan(1_500);
    expect(await program.stop()).toBe(0);

    const again = await startProgram(['up', '--port', '0', '--data', dataDir]);
    expect(await total(await again.ready)).toBe(count);
    expect(again.lines.some((line) => line.includes('token'))).toBe(false);
    expect(await again.stop()).toBe(0);

    const verified = await runProgram(['verify', '--data', dataDir]);
    expect(verified.code).toBe(0);
    expect(JSON.parse(verified.output)).toMatchObject({
      versions: { kind: 'intact' },
      audit: { kind: 'intact' },
    });
  });
});

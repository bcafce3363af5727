import { execFile } from 'node:child_process';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { describe, expect, it } from 'vitest';

const run = promisify(execFile);
const MODULE = join(import.meta.dirname, 'index.ts');

/** What a program prints that logs by `statements`; a process of its own, because the log writes to a file descriptor. */
async function logged(level: string, statements: string): Promise<Record<string, unknown>[]> {
  const program = `import { createLog } from ${JSON.stringify(MODULE)}; const log = createLog('${level}'); ${statements}`;
  const { stdout, stderr } = await run(process.execPath, ['--input-type=module', '-e', program]);
  expect(stdout).toBe('');
  const lines = stderr.split('\n').filter((line) => line.startsWith('{'));
  return lines.map((line) => JSON.parse(line));
}

describe('the log', () => {
  it('is one JSON line per event on standard error, without host and process', async () => {
    const lines = await logged('info', `log.info({ event: 'start', port: 8080 }, 'Trống đồng\\nhai dòng');`);
    expect(lines).toEqual([
      { level: 30, time: expect.any(Number), event: 'start', port: 8080, msg: 'Trống đồng\nhai dòng' },
    ]);
  });

  it('is silent below its level', async () => {
    const statements = `log.debug('d'); log.info('i'); log.warn('w'); log.error('e'); log.fatal('f');`;
    const words = async (level: string) => (await logged(level, statements)).map(({ msg }) => msg);
    expect(await words('warn')).toEqual(['w', 'e', 'f']);
    expect(await words('silent')).toEqual([]);
  });

  it('keeps the lines that were written before the process was ended at once', async () => {
    expect(await logged('info', `log.info('last words'); process.exit(0);`)).toHaveLength(1);
  });

  it('shows no secret, wherever it stands in the first levels', async () => {
    const [line] = await logged(
      'info',
      `log.info({ token: 'SECRET', req: { headers: { authorization: 'SECRET', cookie: 'SECRET', accept: '*/*' } },
        config: { password: 'SECRET', secret: 'SECRET', listen: '::1' } });`,
    );
    expect(JSON.stringify(line)).not.toContain('SECRET');
    expect(line).toMatchObject({
      token: '[redacted]',
      req: { headers: { authorization: '[redacted]', cookie: '[redacted]', accept: '*/*' } },
      config: { password: '[redacted]', secret: '[redacted]', listen: '::1' },
    });
  });

  it('tells an error with its place', async () => {
    const [line] = await logged('error', `log.error({ event: 'x', err: new TypeError('broken') });`);
    expect(line?.err).toMatchObject({ type: 'TypeError', message: 'broken', stack: expect.any(String) });
  });
});

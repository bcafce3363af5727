import { describe, expect, test } from 'vitest';
import { runProgram } from '#tests/support/program.ts';

const ENGLISH = { LC_ALL: 'en_GB.UTF-8' };
const VIETNAMESE = { LC_ALL: 'vi_VN.UTF-8' };

describe('the command line', { timeout: 60_000 }, () => {
  test('lists its commands in the language of the terminal', async () => {
    const vi = await runProgram([], { environment: VIETNAMESE });
    const en = await runProgram(['--help'], { environment: ENGLISH });
    expect([vi.code, en.code]).toEqual([0, 0]);
    expect(vi.output).toContain('Cách dùng');
    expect(en.output).toContain('Usage');
    for (const name of ['up', 'test', 'import', 'export', 'verify', 'probe', 'bench', 'doctor'])
      expect(en.output).toMatch(new RegExp(`^  ${name} `, 'm'));
  });

  test('every command has help with an example', async () => {
    const { output } = await runProgram(['--help'], { environment: ENGLISH });
    const names = [...output.matchAll(/^ {2}([a-z]+) /gm)].map((match) => match[1] ?? '');
    expect(names.length).toBeGreaterThan(10);
    for (const name of names) {
      const help = await runProgram([name, '--help'], { environment: ENGLISH });
      expect(help.code).toBe(0);
      expect(help.output).toContain(`Example: ./disan ${name}`);
    }
  });

  test.each([
    [['upp'], 'upp'],
    [['up', '--prot', '1'], '--prot'],
    [['up', 'now'], 'up'],
    [['probe', 'vn'], 'probe'],
    [['probe', 'vn', 'constructor'], 'constructor'],
    [['up', '--port', '99999'], 'DISAN_PORT'],
  ])('refuses %j with one clear line that names the place', async (words, place) => {
    const { code, output, complaints } = await runProgram(words, { environment: ENGLISH });
    expect(code).toBe(1);
    expect(output).toBe('');
    expect(complaints).toContain(place);
    expect(complaints).not.toMatch(/\n\s+at /);
  });

  test('a wrong setting stops the start in the reader’s language', async () => {
    const { code, complaints } = await runProgram(['verify'], {
      environment: { ...VIETNAMESE, DISAN_LOG: 'loud' },
    });
    expect(code).toBe(1);
    expect(complaints).toContain('DISAN_LOG');
    expect(complaints).toContain('không dùng được');
  });

  test('probe answers line by line and exits 1 when one is refused', async () => {
    const good = await runProgram(['probe', 'vn', 'fold'], { input: '"Trống Đồng"\n"Huế"\n' });
    expect(good).toMatchObject({ code: 0, output: '"trong dong"\n"hue"\n' });
    const bad = await runProgram(['probe', 'vn', 'lunar'], {
      input: '"2026-02-17"\nnot json\n"2026-02-30"\n',
    });
    expect(bad.code).toBe(1);
    expect(bad.output.split('\n')).toHaveLength(4);
    expect(JSON.parse(bad.output.split('\n')[0] ?? '')).toMatchObject({ year: 2026, month: 1, day: 1 });
  });
});

import { parseArgs } from 'node:util';
import { describe, expect, it } from 'vitest';
import type { Command } from './command.ts';
import { COMMANDS } from './commands/index.ts';
import { commandHelp, overview } from './help.ts';

const SAMPLE: Command = {
  name: 'weigh',
  summary: { vi: 'Cân hiện vật', en: 'Weigh an artefact' },
  usage: 'FILE [--grams]',
  example: 'weigh drum.csv --grams',
  run: async () => 0,
};

describe('the overview', () => {
  it('lists each command with what it does, one below the other', () => {
    const other: Command = { ...SAMPLE, name: 'go', summary: { vi: 'Đi', en: 'Go' } };
    expect(overview([SAMPLE, other], 'vi')).toBe(
      [
        'Cách dùng: ./disan <lệnh> [tùy chọn]',
        '',
        '  weigh  Cân hiện vật',
        '  go     Đi',
        '',
        'Mỗi lệnh có --help kèm ví dụ. Thiết lập: docs/operations.md.',
      ].join('\n'),
    );
    expect(overview([other], 'en')).toContain('\n  go  Go\n');
  });
});

describe('the help of a command', () => {
  it('shows its words, what it does and an example', () => {
    expect(commandHelp(SAMPLE, 'vi')).toBe(
      './disan weigh FILE [--grams]\n\nCân hiện vật\n\nVí dụ: ./disan weigh drum.csv --grams',
    );
    expect(commandHelp({ ...SAMPLE, usage: '' }, 'en')).toMatch(/^\.\/disan weigh\n/);
  });
});

describe('every command', () => {
  it('has a name of its own', () => {
    const names = COMMANDS.map(({ name }) => name);
    expect(new Set(names).size).toBe(names.length);
  });

  it.each(COMMANDS.map((command) => [command.name, command] as const))(
    '%s is explained in both languages, shows its options, and its example is a right command line',
    (name, { summary, usage, example, options = {}, positionals = { min: 0, max: 0 } }) => {
      expect(summary.vi).not.toBe(summary.en);
      for (const option of Object.keys(options)) expect(usage).toContain(`--${option}`);
      const [first, ...words] = example.match(/"[^"]*"|\S+/g) ?? [];
      expect(first).toBe(name);
      const read = parseArgs({
        args: words,
        options: { data: { type: 'string' }, ...options },
        allowPositionals: positionals.max > 0,
        strict: true,
      });
      expect(read.positionals.length).toBeGreaterThanOrEqual(positionals.min);
      expect(read.positionals.length).toBeLessThanOrEqual(positionals.max);
    },
  );
});

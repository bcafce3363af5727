import { spawn } from 'node:child_process';
import { readdir } from 'node:fs/promises';
import { join } from 'node:path';
import type { Command } from '../command.ts';
import { ROOT } from '../paths.ts';

/** Long measurements, each against a floor taken in the same run. */
export const bench: Command = {
  name: 'bench',
  summary: {
    vi: 'Đo hiệu năng, mỗi phép đo kèm mức sàn trong cùng lượt chạy',
    en: 'Measure speed, each figure beside a floor from the same run',
  },
  usage: '[NAME…] [--records N] [--json]',
  example: 'bench search --records 10000',
  positionals: { min: 0, max: 20 },
  options: { records: { type: 'string' }, json: { type: 'boolean' } },
  async run({ positionals, values, terminal }) {
    const known = await benchmarks();
    const unknown = positionals.filter((name) => !known.includes(name));
    if (unknown.length > 0) {
      terminal.say({
        vi: `không có phép đo ${unknown.join(', ')}; có: ${known.join(', ')}`,
        en: `no benchmark ${unknown.join(', ')}; there are: ${known.join(', ')}`,
      });
      return 1;
    }
    const words = [
      ...(typeof values.records === 'string' ? ['--records', values.records] : []),
      ...(values.json === true ? ['--json'] : []),
    ];
    let worst = 0;
    for (const name of positionals.length > 0 ? positionals : known)
      worst = Math.max(worst, await runBenchmark(name, words));
    return worst;
  },
};

/** A benchmark is a file of `bench/`; parts that they share stand in folders. */
async function benchmarks(): Promise<string[]> {
  const entries = await readdir(join(ROOT, 'bench'), { withFileTypes: true });
  return entries
    .filter((entry) => entry.isFile() && entry.name.endsWith('.ts'))
    .map((entry) => entry.name.slice(0, -3));
}

function runBenchmark(name: string, words: string[]): Promise<number> {
  const child = spawn(process.execPath, [join(ROOT, 'bench', `${name}.ts`), ...words], {
    cwd: ROOT,
    stdio: 'inherit',
  });
  return new Promise((resolve) => {
    child.on('error', () => resolve(1));
    child.on('close', (code) => resolve(code ?? 1));
  });
}

import { expect, test } from 'vitest';
import { runTool } from './run-tool.ts';

test('the server, tests and benchmarks satisfy strict TypeScript', { timeout: 300_000 }, async () => {
  const run = await runTool('typescript/bin/tsc', ['-p', '.']);
  expect(run.output).toBe('');
  expect(run.code).toBe(0);
});

test('the browser islands satisfy strict TypeScript without Node.js types', {
  timeout: 300_000,
}, async () => {
  const run = await runTool('typescript/bin/tsc', ['-p', 'src/web/islands']);
  expect(run.output).toBe('');
  expect(run.code).toBe(0);
});

test('Biome finds nothing: no any, no console, no process.env outside the configuration', {
  timeout: 300_000,
}, async () => {
  const run = await runTool('@biomejs/biome/bin/biome', ['check', '--max-diagnostics=40']);
  expect(run.code, run.output).toBe(0);
});

test('no export is dead and no dependency unused', { timeout: 300_000 }, async () => {
  const run = await runTool('knip/bin/knip.js', ['--no-progress']);
  expect(run.output.trim()).toBe('');
  expect(run.code).toBe(0);
});

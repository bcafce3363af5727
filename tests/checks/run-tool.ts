import { execFile } from 'node:child_process';
import { join } from 'node:path';

/** The project's root; every check looks at the tree from here. */
export const ROOT = join(import.meta.dirname, '../..');

export interface ToolRun {
  code: number;
  output: string;
}

/** Runs a tool of node_modules with this Node.js and returns its exit code and all it printed. */
export function runTool(script: string, args: string[], cwd = ROOT): Promise<ToolRun> {
  const file = join(ROOT, 'node_modules', script);
  return new Promise((resolve) => {
    execFile(
      process.execPath,
      [file, ...args],
      { cwd, maxBuffer: 64 * 1024 * 1024 },
      (error, stdout, stderr) => {
        resolve({ code: error ? Number(error.code ?? 1) : 0, output: `${stdout}${stderr}` });
      },
    );
  });
}

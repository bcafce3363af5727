import { accessSync, constants } from 'node:fs';
import { expect, it } from 'vitest';
import { findTools } from './tools.ts';

it('every optional tool is named with what is done without it, and found only where it can be run', async () => {
  const tools = await findTools();
  expect(tools.map(({ name }) => name)).toEqual(['Chromium']);
  for (const { path, use } of tools) {
    expect(use.vi).not.toBe(use.en);
    if (path !== null) expect(() => accessSync(path, constants.X_OK)).not.toThrow();
  }
});

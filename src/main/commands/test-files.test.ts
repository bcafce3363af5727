import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { ROOT } from '../paths.ts';
import { filesUsingTheDatabase } from './test-files.ts';

describe('the tests that are run once more on an older PostgreSQL', () => {
  it('are files that open a database of their own, and no browser tests', async () => {
    const files = await filesUsingTheDatabase([]);
    expect(files).toContain('src/modules/audit/audit.test.ts');
    expect(files).toContain('tests/support/postgres.test.ts');
    expect(files).not.toContain('src/platform/i18n/i18n.test.ts');
    expect(files.filter((path) => path.startsWith('tests/e2e/'))).toEqual([]);
    expect(new Set(files).size).toBe(files.length);
    for (const path of files) expect(readFileSync(join(ROOT, path), 'utf8')).toMatch(/Database\b/);
  });

  it('are narrowed by the names that were asked for', async () => {
    const some = await filesUsingTheDatabase(['modules/audit', 'platform/jobs']);
    expect(some.length).toBeGreaterThan(1);
    for (const path of some) expect(path).toMatch(/^src\/(modules\/audit|platform\/jobs)\//);
    expect(await filesUsingTheDatabase(['no such name'])).toEqual([]);
    // It has been asked for, but has no database.
    expect(await filesUsingTheDatabase(['platform/i18n'])).toEqual([]);
  });
});

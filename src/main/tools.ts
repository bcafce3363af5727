import { access, constants } from 'node:fs/promises';
import type { LocalizedText } from '#platform/i18n/index.ts';

export interface Tool {
  name: string;
  path: string | null;
  /** What is done without it. */
  use: LocalizedText;
}

const FOLDERS = ['/usr/bin', '/usr/local/bin', '/opt/homebrew/bin', '/snap/bin'];

const OPTIONAL: { name: string; files: string[]; use: LocalizedText }[] = [
  {
    name: 'Chromium',
    files: ['chromium', 'chromium-browser', 'google-chrome', 'google-chrome-stable'],
    use: {
      vi: 'kiểm thử trình duyệt dùng bản trong gói npm',
      en: 'browser tests use the one inside the npm package',
    },
  },
];

/** Optional tools of the machine: detected, named, and done without. */
export async function findTools(): Promise<Tool[]> {
  return await Promise.all(
    OPTIONAL.map(async ({ name, files, use }) => ({ name, path: await firstExecutable(files), use })),
  );
}

async function firstExecutable(files: string[]): Promise<string | null> {
  const candidates = files.flatMap((file) => FOLDERS.map((folder) => `${folder}/${file}`));
  for (const path of candidates) {
    const found = await access(path, constants.X_OK).then(
      () => true,
      () => false,
    );
    if (found) return path;
  }
  return null;
}

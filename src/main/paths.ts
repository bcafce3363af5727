import { join } from 'node:path';

/** The project's root: two levels above this file, both as a source and compiled in `dist/main/`. */
export const ROOT = join(import.meta.dirname, '../..');
export const MIGRATIONS = join(ROOT, 'migrations');
export const STANDARDS = join(ROOT, 'standards');
export const DATA = join(ROOT, 'data');

/** Official boundaries that the operator has loaded, when there are any. */
export function boundariesFile(dataDir: string): string {
  return join(dataDir, 'map', 'boundaries.json');
}

/** The operator's own background of interactive maps, when there is one. */
export function basemapFolder(dataDir: string): string {
  return join(dataDir, 'map', 'basemap');
}

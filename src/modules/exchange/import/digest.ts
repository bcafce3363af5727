import { createHash } from 'node:crypto';
import type { DraftRow } from './row-draft.ts';

/**
 * What a sheet would do, as a digest: two readings agree when the file says the same and the records that it touches
 * are in the same versions.
 */
export interface SheetDigest {
  add(row: DraftRow): void;
  /** SHA-256, hexadecimal; `key` stands for the file and how it was read. To be taken once. */
  with(key: string): string;
}

export function sheetDigest(): SheetDigest {
  const hash = createHash('sha256');
  let text = '';
  const flush = () => {
    hash.update(text);
    text = '';
  };
  return {
    add: ({ draft }) => {
      text += `${draftText(draft)}\n`;
      if (text.length > 1 << 16) flush();
    },
    with: (key) => {
      text += key;
      flush();
      return hash.digest('hex');
    },
  };
}

function draftText(draft: DraftRow['draft']): string {
  switch (draft.kind) {
    case 'update':
      return `update ${draft.pid} ${draft.version}`;
    case 'unchanged':
      return `unchanged ${draft.pid}`;
    default:
      return draft.kind;
  }
}

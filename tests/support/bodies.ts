import type { RecordBody, Statement } from '#modules/registry/index.ts';

type Fields = Record<string, unknown[]>;

/** A body of the shipped standard of a kind; each field gets statements named after it, texts in Vietnamese. */
export function bodyOf(kind: string, fields: Fields): RecordBody {
  const entries = Object.entries(fields).map(([field, values]): [string, Statement[]] => [
    field,
    values.map((value, i) => ({ id: `${field}-${i + 1}`, value, ...(isText(field) ? { lang: 'vi' } : {}) })),
  ]);
  return { standard: `${kind}@1.0`, fields: Object.fromEntries(entries) };
}

const TEXTS = new Set(['name', 'summary', 'description', 'storage']);
const isText = (field: string): boolean => TEXTS.has(field);

/** All that a source needs to be published: the shortest of the standards. */
export function sourceBody(name = 'Đại Việt sử ký toàn thư', fields: Fields = {}): RecordBody {
  return bodyOf('source', {
    name: [name],
    sourceType: ['chronicle'],
    date: [{ verbatim: 'thế kỷ XVII', edtf: '16XX' }],
    licence: ['CC0-1.0'],
    ...fields,
  });
}

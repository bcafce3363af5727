import { isUtf8 } from 'node:buffer';
import type { HttpServer } from './instance.ts';
import type { Issue } from './refusal.ts';

/** What a JSON text says, or where it is no acceptable JSON. */
export type JsonReader = (
  text: string,
) => { kind: 'json'; value: unknown } | { kind: 'refused'; issue: Issue };

/** A request turned down before it reached its route; the error handler answers with the issues. */
export interface RefusedInput extends Error {
  issues: Issue[];
}

export function refusedInput(issue: Issue): RefusedInput {
  return Object.assign(new Error(issue.code), { issues: [issue] });
}

/** JSON is the one media type of bodies; a route that takes another adds its parser in its own scope. */
export function acceptJson(server: HttpServer, readJson: JsonReader): void {
  server.removeAllContentTypeParsers();
  server.addContentTypeParser<Buffer>('application/json', { parseAs: 'buffer' }, (_request, bytes, done) => {
    // No content is no body: acts without any detail are sent so.
    if (bytes.length === 0) return done(null, undefined);
    if (!isUtf8(bytes)) return done(refusedInput(NOT_UTF8));
    const outcome = readJson(bytes.toString('utf8'));
    return outcome.kind === 'json' ? done(null, outcome.value) : done(refusedInput(outcome.issue));
  });
}

const NOT_UTF8: Issue = {
  pointer: '',
  code: 'not-utf-8',
  message: {
    vi: 'Nội dung gửi lên không phải mã UTF-8. Hãy chuyển sang UTF-8 rồi gửi lại.',
    en: 'The content is not UTF-8. Convert it to UTF-8 and send it again.',
  },
};

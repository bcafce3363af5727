import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { intakeOf } from '#main/intake.ts';
import { importTasks } from '#modules/exchange/index.ts';
import type { Database } from '#platform/db/index.ts';
import { drainJobs, migrateJobs } from '#platform/jobs/index.ts';
import { createLog } from '#platform/log/index.ts';
import { type TestApp, testApp } from './app.ts';

export interface Answered {
  status: number;
  /** Where it sends its reader. */
  location: string;
  html: string;
  cookies: string[];
  headers: Record<string, unknown>;
}

export interface DeskSession {
  app: TestApp;
  get(url: string, headers?: Record<string, string>): Promise<Answered>;
  /** Sends the form at `action` of a page, with its hidden fields. */
  submit(page: Answered, action: string, fields?: Record<string, string>): Promise<Answered>;
  post(url: string, fields: Record<string, string>, headers?: Record<string, string>): Promise<Answered>;
  upload(
    page: Answered,
    file: { name: string; text: string | Uint8Array },
    fields?: Record<string, string>,
  ): Promise<Answered>;
  /** Does the work that waits. */
  work(): Promise<void>;
  close(): Promise<void>;
}

/** Somebody who signed in to the workbench of the whole application, without a browser. */
export async function aDeskSession({ db, pool }: Pick<Database, 'db' | 'pool'>): Promise<DeskSession> {
  const log = createLog('silent');
  await migrateJobs(pool, log);
  const dataDir = await mkdtemp(join(tmpdir(), 'disan-desk-'));
  const app = await testApp(db, { config: { dataDir, importLimitMb: 1 } });
  let cookie = '';
  const send = async (options: object): Promise<Answered> => {
    const reply = await app.server.inject(options);
    const set = [reply.headers['set-cookie'] ?? []].flat().map(String);
    const { statusCode: status, payload: html, headers } = reply;
    return { status, html, headers, cookies: set, location: String(reply.headers.location ?? '') };
  };
  const html = { accept: 'text/html' };
  const get: DeskSession['get'] = (url, headers = {}) =>
    send({ method: 'GET', url, headers: { cookie, ...html, ...headers } });
  const post: DeskSession['post'] = (url, fields, headers = {}) => {
    const type = { 'content-type': 'application/x-www-form-urlencoded' };
    const payload = new URLSearchParams(fields).toString();
    return send({ method: 'POST', url, payload, headers: { cookie, ...html, ...type, ...headers } });
  };
  const signedIn = await post('/quan-tri/dang-nhap', { token: app.token });
  cookie = signedIn.cookies.join('; ').split(';', 1)[0] ?? '';
  const config = { dataDir, importLimitMb: 1, naan: '99999', shoulder: 'd1' };
  const intake = intakeOf({
    ...{ db, knowledge: app.knowledge, projections: [], now: () => new Date() },
    // Of all settings only these concern the desk.
    config: config as Parameters<typeof intakeOf>[0]['config'],
  });
  return {
    ...{ app, get, post },
    submit: (page, action, fields = {}) => post(action, { ...hiddenFields(page.html, action), ...fields }),
    upload: (page, file, fields = {}) => {
      const { payload, type } = multipart({ ...hiddenFields(page.html, UPLOAD), ...fields }, file);
      return send({
        method: 'POST',
        url: UPLOAD,
        payload,
        headers: { cookie, ...html, 'content-type': type },
      });
    },
    work: () => drainJobs(pool, importTasks(intake), log),
    close: async () => {
      await app.close();
      await rm(dataDir, { recursive: true, force: true });
    },
  };
}

const UPLOAD = '/quan-tri/nhap-du-lieu';

function hiddenFields(html: string, action: string): Record<string, string> {
  const [, form = ''] = html.split(`action="${action}"`);
  const end = form.indexOf('</form>');
  const inputs = form.slice(0, end).matchAll(/<input type="hidden" name="([^"]*)" value="([^"]*)"/g);
  return Object.fromEntries([...inputs].map(([, name = '', value = '']) => [name, value]));
}

function multipart(
  fields: Record<string, string>,
  { name, text }: { name: string; text: string | Uint8Array },
): { payload: Buffer; type: string } {
  const boundary = '----desk';
  const parts = Object.entries(fields).map(
    ([field, value]) =>
      `--${boundary}\r\ncontent-disposition: form-data; name="${field}"\r\n\r\n${value}\r\n`,
  );
  const head = `--${boundary}\r\ncontent-disposition: form-data; name="tep"; filename="${name}"\r\ncontent-type: text/csv\r\n\r\n`;
  const payload = Buffer.concat([
    Buffer.from(parts.join('') + head),
    Buffer.from(text),
    Buffer.from(`\r\n--${boundary}--\r\n`),
  ]);
  return { payload, type: `multipart/form-data; boundary=${boundary}` };
}

import { Ajv2020 } from 'ajv/dist/2020.js';
import formats from 'ajv-formats';
import type { InjectOptions } from 'fastify';
import { pino } from 'pino';
import { type AppParts, createApp } from '#main/app.ts';
import { type Config, readConfig } from '#main/config.ts';
import { type Knowledge, loadKnowledge } from '#main/knowledge.ts';
import { createAdministratorToken } from '#modules/access/index.ts';
import type { Db } from '#platform/db/index.ts';
import type { HttpServer } from '#platform/http/index.ts';

export interface Answer {
  status: number;
  headers: Record<string, string | string[] | number | undefined>;
  /** Parsed where it is JSON. */
  body: unknown;
  text: string;
}

export interface TestApp {
  server: HttpServer;
  token: string;
  knowledge: Knowledge;
  /** `GET /api/v1/…` by nobody in particular. */
  read(address: string, headers?: Record<string, string>): Promise<Answer>;
  /** The same, by the administrator. */
  readAsStaff(address: string, headers?: Record<string, string>): Promise<Answer>;
  write(
    method: 'POST' | 'PUT' | 'DELETE',
    address: string,
    body?: unknown,
    headers?: Record<string, string>,
  ): Promise<Answer>;
  send(options: InjectOptions): Promise<Answer>;
  close(): Promise<void>;
}

let known: Knowledge | undefined;

async function testKnowledge(): Promise<Knowledge> {
  if (known) return known;
  const outcome = await loadKnowledge();
  if (outcome.kind === 'refused') throw new Error(outcome.problems.slice(0, 5).join('\n'));
  known = outcome;
  return known;
}

function testConfig(changes: Partial<Config>): Config {
  const outcome = readConfig({});
  if (outcome.kind !== 'config') throw new Error('The default settings are wrong');
  return { ...outcome.config, requestsPerMinute: 0, ...changes };
}

type Changes = Partial<Omit<AppParts, 'config' | 'db'>> & { config?: Partial<Config> };

/**
 * The whole application on a test database. Every answer of the API is held against its own documentation: a status or
 * a property that openapi.json does not know fails the test.
 */
export async function testApp(db: Db, { config = {}, ...changes }: Changes = {}): Promise<TestApp> {
  const knowledge = changes.knowledge ?? (await testKnowledge());
  const failures: string[] = [];
  const server = await createApp({
    db,
    knowledge,
    log: pino({ level: 'error' }, { write: (line) => failures.push(line) }),
    projections: [],
    now: () => new Date(),
    config: testConfig(config),
    ...changes,
  });
  await server.ready();
  const token = await createAdministratorToken(db);
  const check = documentedAnswers(server);
  const send = async (options: InjectOptions): Promise<Answer> => {
    const reply = await server.inject(options);
    const type = String(reply.headers['content-type'] ?? '');
    const body: unknown =
      /[/+]json/.test(type) && reply.payload !== '' ? JSON.parse(reply.payload) : undefined;
    const answer = { status: reply.statusCode, headers: reply.headers, body, text: reply.payload };
    if (answer.status === 500) throw new Error(failures.at(-1) ?? 'failed without a word in the log');
    check(options, answer);
    return answer;
  };
  const authorization = { authorization: `Bearer ${token}` };
  return {
    server,
    token,
    knowledge,
    send,
    read: (address, headers = {}) => send({ method: 'GET', url: `/api/v1${address}`, headers }),
    readAsStaff: (address, headers = {}) =>
      send({ method: 'GET', url: `/api/v1${address}`, headers: { ...authorization, ...headers } }),
    write: (method, address, body, headers = {}) =>
      send({
        ...{ method, url: `/api/v1${address}`, headers: { ...authorization, ...headers } },
        ...(body === undefined ? {} : { payload: body as object }),
      }),
    close: () => server.close(),
  };
}

interface Documented {
  paths: Record<
    string,
    Record<string, { responses: Record<string, { content?: Record<string, { schema: object }> }> }>
  >;
  components: { schemas: Record<string, object> };
}

/** Fails for an answer that the reference does not describe. */
function documentedAnswers(server: HttpServer): (options: InjectOptions, answer: Answer) => void {
  const document = server.swagger() as unknown as Documented;
  const ajv = new Ajv2020({ strict: false, allErrors: true });
  formats.default(ajv);
  ajv.addSchema({ $id: 'document', ...document });
  return (options, { status, headers, body }) => {
    const [path = ''] = String(options.url).split('?');
    const method = String(options.method).toLowerCase();
    const known = Object.entries(document.paths).find(([template]) => matches(template, path))?.[1][method];
    if (known === undefined || status === 304) return;
    const described = known.responses[status] ?? (status >= 300 ? known.responses.default : undefined);
    if (described === undefined)
      throw new Error(`${method} ${path} answers ${status}, which is not documented`);
    const type = String(headers['content-type']).split(';', 1)[0] ?? '';
    const schema = described.content?.[type]?.schema;
    if (schema === undefined) throw new Error(`${method} ${path} answers ${type}, which is not documented`);
    const shape = JSON.parse(JSON.stringify(schema).replaceAll('"#/components', '"document#/components'));
    if (type.endsWith('json') && body !== undefined && !ajv.validate(shape, body))
      throw new Error(`${method} ${path}: ${ajv.errorsText()}\n${JSON.stringify(body).slice(0, 2_000)}`);
  };
}

function matches(template: string, path: string): boolean {
  const pattern = template.replace(/[.*+?^$()|[\]\\]/g, '\\$&').replace(/\{[^}]+\}/g, '[^/]+');
  return new RegExp(`^${pattern}$`).test(path);
}

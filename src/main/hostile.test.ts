import fc from 'fast-check';
import { afterAll, describe, expect, it } from 'vitest';
import { type Answer, testApp } from '#tests/support/app.ts';
import { sourceBody } from '#tests/support/bodies.ts';
import { testDatabase } from '#tests/support/postgres.ts';

const { db, close } = await testDatabase();
const app = await testApp(db);
afterAll(async () => {
  await app.close();
  await close();
});

interface Parameter {
  name: string;
  in: string;
}
interface Operation {
  method: 'GET' | 'POST' | 'PUT' | 'DELETE';
  path: string;
  parameters: Parameter[];
  hasBody: boolean;
}
type Paths = Record<string, Record<string, { parameters?: Parameter[]; requestBody?: object }>>;

const { paths } = (await app.read('/openapi.json')).body as { paths: Paths };
const OPERATIONS = Object.entries(paths).flatMap(([path, methods]) =>
  Object.entries(methods).map(([method, { parameters = [], requestBody }]): Operation => {
    return {
      method: method.toUpperCase() as Operation['method'],
      path,
      parameters,
      hasBody: requestBody !== undefined,
    };
  }),
);

const { pid } = (await app.write('POST', '/records', sourceBody())).body as { pid: string };

/** Texts that have broken programs before. */
const HOSTILE = [
  '',
  ' ',
  '0',
  '-1',
  '99999999999999999999',
  '1e308',
  'NaN',
  'null',
  "'; drop table record; --",
  '<script>alert(1)</script>',
  '../../etc/passwd',
  '%',
  '%25',
  '\\',
  '"',
  '\u0001\u001f',
  '\ufeff',
  '\u202e',
  'ồ'.normalize('NFD'),
  '𡨸',
  '👩‍👩‍👧',
  'x'.repeat(450),
  '{"a":1}',
  '__proto__',
  'constructor',
  '1..2',
  '2015-02-31',
  '-infinity',
];

function addressWith({ path, parameters }: Operation, text: string, real: string): string {
  const filled = path.replace(/\{[^}]+\}/g, () => encodeURIComponent(real));
  const query = parameters
    .filter((parameter) => parameter.in === 'query')
    .map(({ name }) => `${name}=${encodeURIComponent(text)}`);
  return query.length === 0 ? filled : `${filled}?${query.join('&')}`;
}

/** `send` itself fails for status 500 and for answers that are not documented. */
function expectWellBehaved({ status, headers, body, text }: Answer): void {
  expect(text).not.toMatch(/node_modules|\.ts:\d|select .* from|at async/i);
  if (status < 400) return;
  expect(headers['content-type']).toBe('application/problem+json; charset=utf-8');
  expect(body).toMatchObject({ status, title: expect.any(String), issues: expect.any(Array) });
}

const authorization = `Bearer ${app.token}`;

describe('no text in an address', () => {
  it.each(OPERATIONS)('breaks $method $path', async (operation) => {
    const { method } = operation;
    for (const text of HOSTILE) {
      const addresses = [
        addressWith(operation, text, text === '' ? 'x' : text),
        addressWith(operation, text, pid),
      ];
      for (const url of addresses)
        expectWellBehaved(await app.send({ method, url, headers: { authorization } }));
    }
  });

  it('breaks reading, whatever it is', async () => {
    const reads = OPERATIONS.filter((operation) => operation.method === 'GET');
    await fc.assert(
      fc.asyncProperty(fc.constantFrom(...reads), fc.string({ unit: 'binary' }), async (operation, text) => {
        const wellFormed = text.toWellFormed();
        const url = addressWith(operation, wellFormed, wellFormed || 'x');
        expectWellBehaved(await app.send({ method: 'GET', url }));
      }),
      { numRuns: 150 },
    );
  });
});

describe('no body', () => {
  const writes = OPERATIONS.filter((operation) => operation.hasBody);
  const count = async () => (await db.selectFrom('changeset').select('id').execute()).length;

  it.each(writes)('breaks $method $path', async (operation) => {
    const { method } = operation;
    const url = addressWith(operation, '', pid);
    const headers = { authorization, 'if-match': `"${pid}.1"` };
    for (const payload of [
      [],
      [[]],
      { '': null },
      { fields: null },
      { standard: {}, fields: [] },
      { members: [null] },
    ])
      expectWellBehaved(await app.send({ method, url, headers, payload }));
  });

  it('breaks writing, whatever it is, and what is refused leaves nothing behind', async () => {
    await fc.assert(
      fc.asyncProperty(fc.constantFrom(...writes), fc.jsonValue(), async (operation, value) => {
        const before = await count();
        const headers = { authorization, 'content-type': 'application/json', 'if-match': `"${pid}.1"` };
        const url = addressWith(operation, '', pid);
        const answer = await app.send({
          method: operation.method,
          url,
          headers,
          payload: JSON.stringify(value),
        });
        expectWellBehaved(answer);
        if (answer.status >= 400) expect(await count()).toBe(before);
      }),
      { numRuns: 150 },
    );
  });

  it('with broken fields breaks a record', async () => {
    const field = fc.dictionary(fc.constantFrom('id', 'value', 'absent', 'lang', 'x'), fc.jsonValue());
    const fields = fc.dictionary(fc.constantFrom('name', 'date', 'sourceType', 'nothing'), fc.array(field));
    await fc.assert(
      fc.asyncProperty(fields, async (given) => {
        const answer = await app.write('POST', '/records', { standard: 'source@1.0', fields: given });
        expectWellBehaved(answer);
      }),
      { numRuns: 100 },
    );
  });
});

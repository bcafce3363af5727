import { describe, expect, it } from 'vitest';
import { type ApiDocument, type ApiOperation, meaningOf, sectionsOf, typeText } from './document.ts';
import { curlExample, fetchExample } from './examples.ts';

const described = (id: string, tag: string, open: boolean) => ({
  operationId: id,
  tags: [tag],
  summary: 'Read',
  'x-summary-vi': 'Đọc',
  responses: {},
  security: open ? [{}, { administrator: [] }] : [{ administrator: [] }],
});

const DOCUMENT: ApiDocument = {
  info: { version: '1' },
  tags: [
    { name: 'records', description: 'Records', 'x-vi': 'Hồ sơ' },
    { name: 'empty', description: 'Empty', 'x-vi': 'Trống' },
  ],
  paths: {
    '/api/v1/records/{pid}': {
      get: described('readRecord', 'records', true),
      put: {
        ...described('updateRecord', 'records', false),
        requestBody: {
          content: {
            'application/json': {
              schema: {
                type: 'object',
                required: ['standard', 'fields'],
                properties: {
                  standard: { type: 'string', examples: ["người's@1.0"] },
                  fields: { type: 'object' },
                  reason: { type: 'string' },
                },
              },
            },
          },
        },
      },
    },
    '/api/v1/search': {
      get: {
        ...described('search', 'records', true),
        parameters: [
          { name: 'q', in: 'query', example: 'trống đồng' },
          { name: 'limit', in: 'query' },
        ],
      },
    },
  },
};

const [section] = sectionsOf(DOCUMENT, 'vi');
const named = (id: string): ApiOperation => {
  const found = section?.operations.find((operation) => operation.operationId === id);
  if (!found) throw new Error(id);
  return found;
};

describe('the sections of the reference', () => {
  it('hold what belongs to a subject, in the language of the reader; empty ones are left out', () => {
    expect(sectionsOf(DOCUMENT, 'vi').map(({ meaning }) => meaning)).toEqual(['Hồ sơ']);
    expect(sectionsOf(DOCUMENT, 'en').map(({ meaning }) => meaning)).toEqual(['Records']);
    expect(section?.operations.map(({ method, guarded }) => [method, guarded])).toEqual([
      ['GET', false],
      ['PUT', true],
      ['GET', false],
    ]);
  });
});

describe('a type in short', () => {
  it.each([
    [undefined, ''],
    [{ type: 'string' }, 'string'],
    [{ type: 'string', format: 'date' }, 'string date'],
    [{ type: 'integer', minimum: 1, maximum: 100 }, 'integer 1…100'],
    [{ type: 'integer', minimum: 1, maximum: 9_007_199_254_740_991 }, 'integer 1…'],
    [{ enum: ['a', 'b'] }, 'a | b'],
    [{ const: 'x' }, '"x"'],
    [{ type: 'array', items: { type: 'string' } }, '[string]'],
    [{ anyOf: [{ type: 'string' }, { type: 'null' }, { type: 'null' }] }, 'string | null'],
  ])('%j → %s', (shape, text) => {
    expect(typeText(shape)).toBe(text);
  });

  it('means what is said in the language of the reader, else in English', () => {
    expect(meaningOf({ description: 'page', 'x-vi': 'trang' }, 'vi')).toBe('trang');
    expect(meaningOf({ description: 'page', 'x-vi': 'trang' }, 'en')).toBe('page');
    expect(meaningOf({ description: 'page' }, 'vi')).toBe('page');
    expect(meaningOf({ 'x-vi': 'trang' }, 'en', 'the page')).toBe('the page');
    expect(meaningOf(undefined, 'en')).toBe('');
  });
});

describe('examples', () => {
  it('of reading are one address', () => {
    expect(curlExample(named('search'), 'https://x')).toBe(
      "curl \\\n  'https://x/api/v1/search?q=tr%E1%BB%91ng+%C4%91%E1%BB%93ng'",
    );
    expect(fetchExample(named('readRecord'), 'https://x')).toBe(
      'const response = await fetch("https://x/api/v1/records/PID");\nconst answer = await response.json();',
    );
  });

  it('of writing have token, tag and the smallest body, quoted for the shell', () => {
    const curl = curlExample(named('updateRecord'), 'https://x');
    expect(curl).toContain('-X PUT');
    expect(curl).toContain("-H 'Authorization: Bearer TOKEN'");
    expect(curl).toContain(`-H 'If-Match: "PID.1"'`);
    expect(curl).toContain(`-d '{"standard":"người'\\''s@1.0","fields":{}}'`);
    const code = fetchExample(named('updateRecord'), 'https://x');
    expect(code).toContain('"method": "PUT"');
    expect(code).not.toContain('reason');
  });
});

import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { writeCursor } from './keyset.ts';
import { type ParsedQuery, parseSearchQuery, QUERY_KEYS, type QueryParameters } from './search-query.ts';

const parse = (parameters: QueryParameters, mistakes: 'refuse' | 'drop' = 'refuse') =>
  parseSearchQuery(parameters, { lang: 'vi', mistakes });
const query = (parameters: QueryParameters) => {
  const parsed = parse(parameters);
  if (parsed.kind !== 'query') throw new Error(JSON.stringify(parsed));
  return parsed.query;
};
const problems = (parsed: ParsedQuery) =>
  (parsed.kind === 'invalid' ? parsed.issues : parsed.dropped).map(
    ({ pointer, code }) => `${pointer} ${code}`,
  );

describe('parseSearchQuery', () => {
  it('has defaults', () => {
    expect(query({})).toMatchObject({
      q: '',
      sort: 'relevance',
      view: 'list',
      limit: 24,
      exact: false,
      cursor: null,
    });
  });

  it('accepts a closed list of keys', () => {
    expect(QUERY_KEYS).toEqual([
      ...[
        'q',
        'kind',
        'type',
        'place',
        'period',
        'rank',
        'list',
        'people',
        'material',
        'community',
        'rights',
        'media',
      ],
      ...[
        'org',
        'visit',
        'level',
        'verification',
        'from',
        'to',
        'near',
        'bbox',
        'sort',
        'view',
        'after',
        'before',
        'limit',
        'exact',
      ],
    ]);
    expect(problems(parse({ colour: 'red', 'a/b~': 'x' }))).toEqual([
      '/query/colour unknown-key',
      '/query/a~1b~0 unknown-key',
    ]);
    expect(problems(parse({ __proto__: 'x', constructor: 'y' } as QueryParameters))).toEqual([
      '/query/constructor unknown-key',
    ]);
  });

  it('lets pages drop what they do not understand, and say so', () => {
    const parsed = parse({ q: 'chùa', colour: 'red', kind: ['temple', 'monument'], sort: 'size' }, 'drop');
    expect(parsed).toMatchObject({ kind: 'query', query: { q: 'chùa', sort: 'relevance' } });
    expect(parsed.kind === 'query' && parsed.query.filters.get('kind')).toEqual(['monument']);
    expect(problems(parsed)).toEqual([
      '/query/colour unknown-key',
      '/query/kind unknown-value',
      '/query/sort unknown-value',
    ]);
  });

  it.each([
    [{ q: 'a'.repeat(301) }, '/query/q too-long'],
    [{ q: 'ề'.repeat(10_000) }, '/query/q too-long'],
    [{ q: ['a', 'b'] }, '/query/q repeated'],
    [{ kind: 'temple' }, '/query/kind unknown-value'],
    [{ period: "x'; drop table record; --" }, '/query/period bad-code'],
    [{ period: '<script>' }, '/query/period bad-code'],
    [{ period: 'x'.repeat(200) }, '/query/period bad-code'],
    [{ place: Array.from({ length: 41 }, (_, n) => `${n}`) }, '/query/place too-many'],
    [{ from: '2026-02-30' }, '/query/from bad-date'],
    [{ to: 'hôm qua' }, '/query/to bad-date'],
    [{ from: '1900', to: '1800' }, '/query/to empty-range'],
    [{ near: '105.8,21' }, '/query/near bad-point'],
    [{ near: 'NaN,1' }, '/query/near bad-point'],
    [{ bbox: '1,2,3' }, '/query/bbox bad-box'],
    [{ bbox: '106,20,105,21' }, '/query/bbox bad-box'],
    [{ sort: 'near' }, '/query/sort missing-point'],
    [{ limit: '0' }, '/query/limit bad-limit'],
    [{ limit: '1e9' }, '/query/limit bad-limit'],
    [{ after: 'xyz' }, '/query/after bad-token'],
    [
      { after: writeCursor({ sort: 'name', group: 1, key: 'a', id: 1, position: 0 }) },
      '/query/after bad-token',
    ],
  ])('refuses %j', (parameters, problem) => {
    const parsed = parse(parameters);
    expect(problems(parsed)).toEqual([problem]);
    if (parsed.kind !== 'invalid') throw new Error('accepted');
    for (const { message } of parsed.issues)
      for (const text of [message.vi, message.en]) expect(text.length).toBeLessThan(400);
  });

  it('never cuts a query: even a page refuses 10,000 characters', () => {
    expect(problems(parse({ q: 'chùa '.repeat(2_000) }, 'drop'))).toEqual(['/query/q too-long']);
    expect(query({ q: 'ề'.normalize('NFD').repeat(300) }).text.words).toHaveLength(1);
  });

  it('reads years short, negative and to the day', () => {
    const days = (from: string, to: string) => Object.values(query({ from, to }).days);
    expect(days('1970', '1970')).toEqual([0, 364]);
    expect(days('1970-01-02', '1970-01-02')).toEqual([1, 1]);
    expect(days('938', '0938')[1]).toBe(query({ to: '938' }).days.latest);
    expect(query({ from: '-199' }).days.earliest).toBe(query({ from: '-0199' }).days.earliest);
  });

  it('collects values of a key from all its places', () => {
    const { filters, q } = query({
      q: 'trống kind:artefact',
      kind: 'monument,museum',
      place: ['48', 'former-49'],
    });
    expect(filters.get('kind')).toEqual(['monument', 'museum', 'artefact']);
    expect(filters.get('place')).toEqual(['48', 'former-49']);
    expect(q).toBe('trống kind:artefact');
  });

  it('orders by distance when a position is given', () => {
    expect(query({ near: '21.02,105.85' })).toMatchObject({
      sort: 'near',
      near: { lat: 21.02, lon: 105.85 },
    });
    expect(query({ near: '21.02,105.85', sort: 'name' }).sort).toBe('name');
  });

  it('never throws', () => {
    const value = fc.oneof(
      fc.string({ unit: 'binary', maxLength: 50 }),
      fc.array(fc.string(), { maxLength: 3 }),
    );
    const parameters = fc.dictionary(fc.oneof(fc.constantFrom(...QUERY_KEYS), fc.string()), value);
    fc.assert(fc.property(parameters, (given) => void parse(given, 'drop')));
  });
});

describe('keyset tokens', () => {
  it('come back as they went', () => {
    const key = fc.oneof(fc.integer({ min: 0, max: 2 ** 31 - 1 }), fc.constant(null));
    fc.assert(
      fc.property(key, fc.nat(), fc.nat(), (value, id, position) => {
        const place = { sort: 'relevance', group: 31, key: value, id, position };
        const after = writeCursor(place);
        expect(after).toMatch(/^[\w-]+$/);
        expect(query({ after }).cursor).toEqual({ ...place, backwards: false });
        expect(query({ before: after }).cursor).toEqual({ ...place, backwards: true });
      }),
    );
  });

  it.each([
    '[]',
    '{}',
    '[1,"relevance",1,"x\\u0000",1,1]',
    '[1,"relevance",1.5,1,1,1]',
    '[1,"relevance",1,1,1e99,1]',
    '[2,"relevance",1,1,1,1]',
    '[1,"relevance",1,1,1,-1]',
  ])('are refused when made up: %s', (json) => {
    const after = Buffer.from(json).toString('base64url');
    expect(problems(parse({ after }))).toEqual(['/query/after bad-token']);
  });
});

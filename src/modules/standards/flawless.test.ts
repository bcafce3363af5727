import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { fieldMap, standardReference } from './catalogue.ts';
import { loadStandards } from './load.ts';
import type { ObligationState } from './schema.ts';
import type { Statement } from './statement.ts';
import { validateBody } from './validation.ts';

const loaded = await loadStandards('standards');
if (loaded.kind !== 'loaded') throw new Error('the published standards do not load');
const { catalogue } = loaded;
const standard = catalogue.standard('artefact');
if (!standard) throw new Error('no artefacts');

/** The short way, which is taken where only errors are asked for, beside the long one. */
function bothWays(body: unknown, state: ObligationState) {
  const short = validateBody(catalogue, body, { state, errorsOnly: true }).issues;
  const long = validateBody(catalogue, body, { state }).issues.filter(({ severity }) => severity === 'error');
  return { short, long };
}

const bodyOf = (fields: object) => ({ standard: standardReference(standard), fields });

function frozen<T>(value: T): T {
  if (typeof value === 'object' && value !== null) for (const part of Object.values(value)) frozen(part);
  return Object.freeze(value);
}

const value = fc.oneof(
  fc.constantFrom<unknown>('Trống', '', 'bronze', 'a\u0000b', '\ud800', 3, -1, true, null, '63.5', '1466'),
  fc.record({
    type: fc.constantFrom('height', 'no'),
    value: fc.constantFrom('1', 'x'),
    unit: fc.constant('cm'),
  }),
  fc.record({ scheme: fc.constant('inventory'), value: fc.constantFrom('A', '') }),
);
const statement: fc.Arbitrary<Partial<Statement>> = fc.record(
  {
    id: fc.constantFrom('a', 'b', 'c', 'd e'),
    value,
    lang: fc.constantFrom('vi', 'en', 'V!'),
    absent: fc.constantFrom('unknown', 'not-entered') as fc.Arbitrary<'unknown'>,
    source: fc.constant(['sổ']),
  },
  { requiredKeys: ['id'] },
);
const field = fc.constantFrom(
  ...['name', 'materials', 'measurements', 'quantity', 'identifiers', 'date', 'description', 'nowhere'],
);
const fields = fc.dictionary(field, fc.array(statement, { maxLength: 3 }), { maxKeys: 4 });

describe('the short way of validation', () => {
  it('says what the long way says, frozen or not, once or again', () => {
    const states = fc.constantFrom<ObligationState>('draft', 'submitted', 'published');
    fc.assert(
      fc.property(fields, states, (given, state) => {
        const { short, long } = bothWays(bodyOf(given), state);
        expect(short).toEqual(long);
        const fixed = bodyOf(frozen(given));
        for (const _time of ['once', 'again']) expect(bothWays(fixed, state).short).toEqual(long);
      }),
      { numRuns: 400 },
    );
  });

  const named = { name: [{ id: 'n', value: 'Trống', lang: 'vi' }] };

  it('lets a plain draft through', () => {
    expect(bothWays(bodyOf(named), 'draft')).toEqual({ short: [], long: [] });
  });

  it.each([
    ['another member beside the fields', { ...bodyOf(named), more: 1 }],
    ['fields that are a list', { ...bodyOf(named), fields: [] }],
    ['a field that is no list', bodyOf({ ...named, date: {} })],
    ['an id in two fields', bodyOf({ ...named, description: [{ id: 'n', value: 'x', lang: 'vi' }] })],
  ])('reports %s', (_what, body) => {
    const { short, long } = bothWays(body, 'draft');
    expect(short).toEqual(long);
    expect(short).not.toEqual([]);
  });

  it('remembers nothing of a frozen list whose statements may change', () => {
    const name = { id: 'n', value: 'Trống', lang: 'vi' };
    const body = bodyOf({ name: Object.freeze([name]) });
    expect(bothWays(body, 'draft').short).toEqual([]);
    name.lang = 'V!';
    expect(bothWays(body, 'draft').short).not.toEqual([]);
  });

  it('asks in each state for what is mandatory there', () => {
    const due = [...fieldMap(standard).values()].filter(
      ({ obligation }) => obligation.published === 'mandatory',
    );
    const missing = bothWays(bodyOf(frozen(named)), 'published').short.map((issue) => issue.field);
    expect(missing).toEqual(due.map(({ id }) => id).filter((id) => id !== 'name'));
  });
});

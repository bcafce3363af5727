import { describe, expect, it } from 'vitest';
import type { RecordBody, Statement } from '../body.ts';
import { closedSince } from './closed-since.ts';

const at = (id: string, publicPrecision: string): Statement => ({
  id,
  value: { role: 'point', geojson: { type: 'Point', coordinates: [108.12, 15.76] }, publicPrecision },
});
const body = (...geometry: Statement[]): RecordBody => ({
  standard: 'monument@1.0',
  fields: { name: [{ id: 'n', value: 'Mỹ Sơn' }], ...(geometry.length > 0 ? { geometry } : {}) },
});
const precisions = ({ fields }: RecordBody) =>
  (fields.geometry ?? []).map(({ value }) => (value as { publicPrecision: string }).publicPrecision);

describe('an earlier version', () => {
  it.each([
    ['closed since', at('g', 'exact'), at('g', 'withheld'), 'withheld'],
    ['closed in part since', at('g', 'exact'), at('g', 'commune'), 'commune'],
    ['opened since', at('g', 'withheld'), at('g', 'exact'), 'withheld'],
    ['replaced by a closed one', at('old', 'exact'), at('new', 'approx-1km'), 'approx-1km'],
    ['kept back as a whole', at('g', 'exact'), { id: 'g', absent: 'restricted' } as Statement, 'withheld'],
    ['not changed', at('g', 'approx-1km'), at('g', 'approx-1km'), 'approx-1km'],
  ])('with a location %s', (_what, earlier, today, shown) => {
    expect(precisions(closedSince(body(earlier), body(today)))).toEqual([shown]);
  });

  it('keeps each location of several as open as it is today, and everything else', () => {
    const earlier = body(at('a', 'exact'), at('b', 'exact'));
    const shown = closedSince(earlier, body(at('a', 'exact'), at('b', 'withheld')));
    expect(precisions(shown)).toEqual(['exact', 'withheld']);
    expect(shown.fields.name).toEqual(earlier.fields.name);
    expect(closedSince(earlier, body())).toEqual(earlier);
  });
});

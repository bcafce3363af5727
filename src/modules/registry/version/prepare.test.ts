import { describe, expect, it } from 'vitest';
import { aBody, SMALL_RULES } from '#tests/support/small-rules.ts';
import { sealBody } from '../sealed/sealed.ts';
import { type Given, prepareBody } from './prepare.ts';

const prepare = (given: Partial<Given>) =>
  prepareBody(SMALL_RULES, { body: aBody('artefact', { name: 'Trống' }), state: 'draft', ...given });
const codes = (given: Partial<Given>) => {
  const outcome = prepare(given);
  return outcome.kind === 'invalid'
    ? outcome.issues.map((issue) => `${issue.pointer} ${issue.code}`)
    : outcome.kind;
};

describe('prepareBody', () => {
  it('gives the stored form with its hash, and the kind of the record', () => {
    const outcome = prepare({ body: { ...aBody('artefact', { name: 'Trống' }), extra: undefined } });
    expect(outcome).toMatchObject({
      kind: 'prepared',
      recordKind: 'artefact',
      body: aBody('artefact', { name: 'Trống' }),
      added: [],
    });
    expect(outcome.kind === 'prepared' && outcome.hash).toHaveLength(32);
  });

  it.each([
    ['text', 'a record'],
    ['a number', 7],
    ['no standard', { fields: {} }],
    ['no fields', { standard: 'artefact@1.0' }],
    ['fields that are a list of texts', { standard: 'artefact@1.0', fields: { name: ['x'] } }],
    ['fields with null', { standard: 'artefact@1.0', fields: { name: [null] } }],
  ])('refuses %s', (_what, body) => {
    expect(codes({ body })).toEqual([' not-an-object']);
  });

  it('asks for as much as the state demands', () => {
    expect(codes({ state: 'submitted' })).toBe('prepared');
    expect(codes({ state: 'published' })).toEqual(['/fields/description missing-mandatory']);
  });

  it('lets old gaps be, no new ones, and nothing unsound', () => {
    const gap = aBody('artefact', { name: 'Trống' });
    const full = aBody('artefact', { name: 'Trống', description: 'x' });
    expect(codes({ state: 'published', prior: gap })).toBe('prepared');
    expect(codes({ state: 'published', prior: full })).toEqual(['/fields/description missing-mandatory']);
    const unsound = aBody('artefact', { name: 'Trống', colour: 'x' });
    expect(codes({ state: 'published', body: unsound, prior: gap })).toContain(
      '/fields/colour unknown-field',
    );
    expect(codes({ state: 'published', body: aBody('artefact', {}), prior: gap })).toContain(
      '/fields/name missing-mandatory',
    );
  });

  it('checks what the author meant, not the seal that stands for it', () => {
    const plain = aBody('artefact', { name: 'Trống', ownerContact: '0901' });
    const { body, added } = sealBody(plain, ['ownerContact'], []);
    const again = prepare({ body, sealed: added });
    expect(again).toMatchObject({ kind: 'prepared', opened: plain, body, added: [] });
    const changed = prepare({
      body: aBody('artefact', { name: 'Trống', ownerContact: '0902' }),
      sealed: added,
    });
    expect(changed.kind === 'prepared' && changed.added.map((value) => value.value)).toEqual(['0902']);
  });
});

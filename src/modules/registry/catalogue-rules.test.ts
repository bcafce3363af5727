import { describe, expect, it } from 'vitest';
import { KINDS, loadStandards } from '#modules/standards/index.ts';
import { loadVocabularies } from '#modules/vocabularies/index.ts';
import { catalogueRules } from './catalogue-rules.ts';

const terms = await loadVocabularies('standards');
const concepts = terms.kind === 'refused' ? undefined : terms.vocabularies;
const loaded = await loadStandards('standards', concepts ? { concepts } : {});
if (loaded.kind === 'refused') throw new Error(JSON.stringify(loaded.issues));
const rules = catalogueRules(loaded.catalogue);

const drum = {
  standard: 'artefact@1.0',
  fields: {
    name: [
      { id: 'n2', value: 'Ngoc Lu drum', lang: 'en' },
      { id: 'n1', value: 'Trống đồng Ngọc Lũ', lang: 'vi' },
    ],
    place: [{ id: 'p', value: { verbatim: 'Hội An', units: ['20410', '01'] } }],
    findPlace: [{ id: 'f', value: { units: ['38'] } }],
    identifiers: [{ id: 'i', value: { scheme: 'inventory', value: 'LSb 5768' } }],
  },
};

describe('the rules of the published standards', () => {
  it('know the standard of every kind, and the kind of every standard', () => {
    for (const kind of KINDS) expect(rules.kindOf(rules.standardOf(kind))).toBe(kind);
    expect(rules.kindOf('drum@1.0')).toBeUndefined();
    expect(rules.kindOf('')).toBeUndefined();
  });

  it('report errors and no warnings', () => {
    const issues = rules.validate({ standard: 'artefact@1.0', fields: {} }, 'draft');
    expect(issues).toMatchObject([{ pointer: '/fields/name', code: 'missing-mandatory' }]);
    expect(rules.validate(null, 'draft')).toHaveLength(1);
  });

  it('say which fields are personal and who sees which', () => {
    expect(rules.personalFields('artefact@1.0')).toContain('owner');
    expect(rules.personalFields('drum@1.0')).toEqual([]);
    expect(rules.visibilityOf('artefact@1.0', 'name')).toBe('public');
    expect(rules.visibilityOf('artefact@1.0', 'no-such-field')).toBe('organisation');
  });

  it('find by what a thing is told apart: where it is, not where it was found', () => {
    const identity = rules.identity(drum);
    expect(identity.names.map((name) => name.text).toSorted()).toEqual([
      'Ngoc Lu drum',
      'Trống đồng Ngọc Lũ',
    ]);
    expect(identity.provinces).toEqual(['01']);
    expect(identity.identifiers).toEqual(['inventory:LSb 5768']);
  });

  it('store one direction of every pair of relation types', () => {
    const codes = loaded.kind === 'loaded' ? (loaded.catalogue.codeList('relation-type')?.codes ?? []) : [];
    expect(codes.length).toBeGreaterThan(10);
    for (const { code } of codes) {
      const type = rules.relationType(code);
      const inverse = rules.relationType(type?.inverse ?? '');
      expect(inverse?.inverse, code).toBe(code);
      expect([...(inverse?.from ?? [])].toSorted(), code).toEqual([...(type?.to ?? [])].toSorted());
      if (type?.inverse === code) expect(type.storedAsInverse, code).toBe(false);
      else expect(type?.storedAsInverse, code).not.toBe(inverse?.storedAsInverse);
      expect(inverse?.hierarchical, code).toBe(type?.hierarchical);
    }
    expect(rules.relationType('partOf')).toMatchObject({
      inverse: 'hasPart',
      hierarchical: true,
      storedAsInverse: false,
    });
  });

  it('know the codes of lists', () => {
    expect(rules.hasCode('designation-list', 'BAO_VAT_QUOC_GIA')).toBe(true);
    expect(rules.hasCode('decision-issuer', 'THU_TUONG')).toBe(true);
    expect(rules.hasCode('designation-list', 'NOWHERE')).toBe(false);
  });
});

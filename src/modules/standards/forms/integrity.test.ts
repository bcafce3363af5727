import { expect, it, test } from 'vitest';
import { loadVocabularies } from '#modules/vocabularies/index.ts';
import { loadStandards } from '../load.ts';
import { formProblems } from './integrity.ts';
import type { OfficialForm } from './schema.ts';

const terms = await loadVocabularies('standards');
if (terms.kind !== 'loaded') throw new Error('The vocabularies do not load');
const loaded = await loadStandards('standards', { concepts: terms.vocabularies });
if (loaded.kind !== 'loaded') throw new Error(JSON.stringify(loaded.issues.slice(0, 5)));
const { catalogue } = loaded;

test('each kind with official forms in the digest of the law has them', () => {
  const ids = (kind: string) => catalogue.forms(kind).map(({ id }) => id);
  expect(ids('monument')).toEqual(['ly-lich-di-tich', 'phieu-kiem-ke-di-tich', 'mau-so-2']);
  expect(ids('artefact')).toEqual(['phieu-hien-vat', 'mau-so-2']);
  expect(ids('collection')).toEqual(['phieu-suu-tap']);
  expect(ids('intangible')).toEqual(['ly-lich-dsvhpvt', 'phieu-kiem-ke-dsvhpvt']);
  expect(ids('documentary')).toEqual(['ho-so-di-san-tu-lieu', 'phieu-kiem-ke-tu-lieu', 'phong-luu-tru']);
});

function aForm(): OfficialForm {
  const form = catalogue.form('mau-so-2');
  if (!form) throw new Error('There is no form mau-so-2');
  return structuredClone(form);
}

it('finds nothing wrong with what is published', () => {
  expect(formProblems(aForm(), catalogue)).toEqual([]);
});

it.each<[string, (form: OfficialForm) => void, string]>([
  ['an unknown field', (form) => push(form, { field: 'height' }), '/sections/0/lines/0/bindings/1/field'],
  [
    'a field of one of two kinds only',
    (form) => push(form, { field: 'nameOrigin' }),
    '/sections/0/lines/0/bindings/1/field',
  ],
  [
    'an unknown type of name',
    (form) => push(form, { field: 'name', only: ['primary', 'nick'] }),
    '/sections/0/lines/0/bindings/1/only/1',
  ],
  ['a kind that does not know the form', (form) => form.kinds.push('museum'), '/kinds/2'],
  ['a tag used twice', (form) => rename(form, 'subjectPlace'), '/sections/0/lines/1/id'],
])('%s is named by its pointer', (_what, spoil, pointer) => {
  const form = aForm();
  spoil(form);
  expect(formProblems(form, catalogue).map((issue) => issue.pointer)).toContain(pointer);
});

function push(form: OfficialForm, binding: { field: string; only?: string[] }): void {
  form.sections[0]?.lines[0]?.bindings.push(binding);
}

function rename(form: OfficialForm, id: string): void {
  const line = form.sections[0]?.lines[0];
  if (line) line.id = id;
}

import { describe, expect, test } from 'vitest';
import type { Field, Rule } from './schema.ts';
import { aBody, aCatalogue, aField, aStandard } from './standards.fixture.ts';
import type { Statement } from './statement.ts';
import { validateBody } from './validation.ts';

/** Issues of one field `x` with these rules, beside a date field `start`. */
function issuesOf(datatype: Field['datatype'], rules: Rule[], fields: Record<string, Partial<Statement>[]>) {
  const source: Partial<Field> =
    datatype === 'measurement' ? { measure: { types: 'measurement-type@1', units: 'unit@1' } } : {};
  const standard = aStandard({}, [
    aField({ id: 'name', datatype: 'localizedText' }),
    aField({ id: 'start', datatype: 'date', label: { vi: 'Bắt đầu', en: 'Start' } }),
    aField({ id: 'x', datatype, rules, label: { vi: 'Kết thúc', en: 'End' }, ...source }),
  ]);
  return validateBody(aCatalogue([standard]), aBody(fields), { state: 'draft' }).issues;
}

function codes(datatype: Field['datatype'], rule: Rule, ...values: unknown[]): string[] {
  return issuesOf(datatype, [rule], { x: values.map((value) => ({ value })) }).map((issue) => issue.code);
}

describe('range', () => {
  test.each<[Field['datatype'], { min?: string; max?: string }, unknown, boolean]>([
    ['integer', { min: '1' }, 1, true],
    ['integer', { min: '1' }, 0, false],
    ['integer', { max: '9' }, 10, false],
    ['decimal', { min: '0.5', max: '1.5' }, '1.50', true],
    ['decimal', { min: '0.5', max: '1.5' }, '1.51', false],
    ['decimal', { max: '100' }, '99.999', true],
    ['measurement', { min: '0' }, { type: 'height', value: '2', unit: 'm' }, true],
    ['measurement', { min: '0' }, { type: 'height', value: '-2', unit: 'm' }, false],
    ['date', { min: '1945', max: '2030-06-01' }, { edtf: '1945-01-01' }, true],
    ['date', { min: '1945' }, { edtf: '1944-12-31' }, false],
    ['date', { max: '2030-06-01' }, { edtf: '2030-06' }, false],
    ['date', { min: '1945' }, { verbatim: 'không rõ năm nào' }, true],
    ['decision', { min: '1945' }, { number: '1', date: '1930-05-05' }, false],
  ])('%s within %j: %j', (datatype, bounds, value, fits) => {
    expect(codes(datatype, { rule: 'range', ...bounds }, value)).toEqual(fits ? [] : ['out-of-range']);
  });

  test('the message names both bounds', () => {
    const [issue] = issuesOf('integer', [{ rule: 'range', min: '1', max: '9' }], { x: [{ value: 12 }] });
    expect(issue?.message).toEqual({
      vi: 'Giá trị nằm ngoài khoảng cho phép (1 – 9). Hãy kiểm tra lại số liệu.',
      en: 'The value is outside the allowed range (1 – 9). Please check the figure.',
    });
  });
});

describe('lengths and patterns look at the words of a value', () => {
  test.each<[Field['datatype'], unknown]>([
    ['text', 'abcdef'],
    ['identifier', { scheme: 'a', value: 'abcdef' }],
    ['place', { verbatim: 'abcdef' }],
    ['decision', { number: 'abcdef' }],
  ])('%s', (datatype, value) => {
    expect(codes(datatype, { rule: 'maxLength', value: 5 }, value)).toEqual(['too-long']);
    expect(codes(datatype, { rule: 'minLength', value: 7 }, value)).toEqual(['too-short']);
    expect(codes(datatype, { rule: 'pattern', value: '^[a-f]+$' }, value)).toEqual([]);
    expect(codes(datatype, { rule: 'pattern', value: '^[0-9]+$' }, value)).toEqual(['wrong-pattern']);
  });

  test('a pattern may bring its own message', () => {
    const message = { vi: 'Số đăng ký gồm sáu chữ số.', en: 'A register number has six digits.' };
    const [issue] = issuesOf('text', [{ rule: 'pattern', value: '^[0-9]{6}$', message }], {
      x: [{ value: '12' }],
    });
    expect(issue?.message).toEqual(message);
  });

  test('a pattern understands Unicode properties', () => {
    expect(codes('text', { rule: 'pattern', value: '^\\p{Script=Han}+$' }, '文廟')).toEqual([]);
  });
});

describe('unique', () => {
  test('compares value, language and script', () => {
    const rules: Rule[] = [{ rule: 'unique' }];
    const of = (...list: Partial<Statement>[]) =>
      issuesOf('localizedText', rules, { x: list }).map((i) => i.pointer);
    expect(of({ value: 'a', lang: 'vi' }, { value: 'a', lang: 'en' })).toEqual([]);
    expect(of({ value: 'a', lang: 'vi' }, { value: 'b', lang: 'vi' }, { value: 'a', lang: 'vi' })).toEqual([
      '/fields/x/2/value',
    ]);
  });

  test('two absences are no repetition', () => {
    expect(
      issuesOf('text', [{ rule: 'unique' }], { x: [{ absent: 'unknown' }, { absent: 'unknown' }] }),
    ).toEqual([]);
  });
});

describe('rules between fields', () => {
  const requires: Rule[] = [{ rule: 'requires', field: 'start' }];
  const notBefore: Rule[] = [{ rule: 'notBefore', field: 'start' }];
  const date = (edtf: string) => [{ value: { edtf } }];

  test('requires points at the field that is missing and is met by a typed absence', () => {
    expect(issuesOf('date', requires, { x: date('1990') })).toMatchObject([
      { pointer: '/fields/start', code: 'requires-other', field: 'x' },
    ]);
    expect(issuesOf('date', requires, { x: date('1990'), start: [{ absent: 'unknown' }] })).toEqual([]);
    expect(issuesOf('date', requires, { x: [{ absent: 'none' }] })).toEqual([]);
  });

  test('notBefore names both fields', () => {
    const [issue] = issuesOf('date', notBefore, { start: date('2000'), x: date('1999') });
    expect(issue).toMatchObject({ code: 'before-other', statement: 'x-0', field: 'x' });
    expect(issue?.message.en).toBe('“End” is earlier than “Start”. Please check both dates.');
  });

  test('spans that overlap are not out of order', () => {
    expect(issuesOf('date', notBefore, { start: date('2000'), x: date('2000-01') })).toEqual([]);
    expect(issuesOf('date', notBefore, { start: date('1990/2000'), x: date('1995') })).toEqual([]);
  });

  test('the earliest of several starts counts', () => {
    const start = [...date('2000'), ...date('1980')];
    expect(issuesOf('date', notBefore, { start, x: date('1990') })).toEqual([]);
  });

  test('a broken other field is reported once and not judged', () => {
    const start = [{ value: { edtf: 5 } }];
    expect(issuesOf('date', notBefore, { start, x: date('1990') }).map((i) => i.code)).toEqual([
      'wrong-type',
    ]);
  });
});

import { describe, expect, it } from 'vitest';
import { type Cited, citationsOf } from './citation.ts';

const cited: Cited = {
  title: 'Trống đồng Ngọc Lũ',
  publisher: 'Di Sản Số',
  ark: 'ark:99999/d12xph99x',
  address: 'https://disan.example/id/d12xph99x',
  version: 3,
  // Already the next day in Vietnam.
  savedAt: '2026-12-31T20:00:00.000Z',
  readAt: new Date('2027-02-03T03:00:00Z'),
  kindLabel: 'Hiện vật',
};

describe('citationsOf', () => {
  const forms = citationsOf(cited);

  it('writes the Vietnamese style', () => {
    expect(forms.vietnamese).toBe(
      'Di Sản Số (2027), “Trống đồng Ngọc Lũ”, hồ sơ hiện vật, mã ark:99999/d12xph99x, phiên bản 3 ngày 1/1/2027, ' +
        'https://disan.example/id/d12xph99x, truy cập ngày 3/2/2027.',
    );
  });

  it('writes APA', () => {
    expect(forms.apa).toBe(
      'Di Sản Số. (2027). Trống đồng Ngọc Lũ (Version 3) [Heritage record]. Retrieved February 3, 2027, from ' +
        'https://disan.example/id/d12xph99x',
    );
  });

  it('writes BibTeX with a key of plain characters', () => {
    expect(forms.bibtex).toBe(
      [
        '@misc{ark-99999-d12xph99x,',
        '  author = {{Di Sản Số}},',
        '  title = {{Trống đồng Ngọc Lũ}},',
        '  year = {2027},',
        '  note = {ark:99999/d12xph99x, version 3},',
        '  url = {https://disan.example/id/d12xph99x},',
        '  urldate = {2027-02-03}',
        '}',
      ].join('\n'),
    );
  });

  it('writes RIS that starts with a type and ends with an end', () => {
    expect(forms.ris.split('\n')).toEqual([
      'TY  - DATA',
      'TI  - Trống đồng Ngọc Lũ',
      'AU  - Di Sản Số',
      'PY  - 2027',
      'DA  - 2027/01/01',
      'ET  - 3',
      'AN  - ark:99999/d12xph99x',
      'UR  - https://disan.example/id/d12xph99x',
      'Y2  - 2027/02/03',
      'ER  - ',
    ]);
  });

  it('keeps characters that TeX would obey from being obeyed', () => {
    const { bibtex } = citationsOf({ ...cited, title: 'A_1 & 50% {x} \\y ~z' });
    expect(bibtex).toContain('title = {{A\\_1 \\& 50\\% \\{x\\} \\textbackslash{}y \\~{}z}}');
  });
});

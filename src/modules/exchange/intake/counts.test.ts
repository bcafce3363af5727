import { describe, expect, it } from 'vitest';
import { publishedKnowledge } from '../cells/knowledge.fixture.ts';
import type { RowProblem } from '../sheet/row.ts';
import { lackingCounter } from './lacking.ts';
import { countTerms } from './unmatched.ts';

const knowledge = await publishedKnowledge();
const standard = knowledge.catalogue.standard('artefact');
if (!standard) throw new Error('There is no standard of artefacts');

describe('fields that rows lack', () => {
  const nothing = { vi: '', en: '' };
  const problem = (pointer: string, code = 'missing-mandatory'): RowProblem => {
    return { code, pointer, column: '', problem: nothing, advice: nothing };
  };

  it('are counted by row, in the order of the standard, with their labels', () => {
    const counter = lackingCounter(standard);
    counter.count([problem('/fields/materials'), problem('/fields/name'), problem('/fields/name/0')]);
    counter.count([problem('/fields/materials')]);
    expect(counter.lacking().map(({ field, label, rows }) => [field, label.vi, rows])).toEqual([
      ['name', 'Tên gọi', 1],
      ['materials', 'Chất liệu', 2],
    ]);
  });

  it('are none where rows are wrong otherwise, or lack what the standard does not know', () => {
    const counter = lackingCounter(standard);
    counter.count([problem('/fields/name', 'too-long'), problem('/fields/nowhere'), problem('')]);
    counter.count([]);
    expect(counter.lacking()).toEqual([]);
  });
});

describe('words that no list knows', () => {
  const header = ['Tên', 'Chất liệu', 'Hình thức sở hữu'];
  const columns = { Tên: 'name[vi]', 'Chất liệu': 'materials', 'Hình thức sở hữu': 'ownership' };

  it('are counted once a row, the most frequent first; columns of free text have none', () => {
    const terms = countTerms(header, standard, { ...knowledge, mapping: { columns } });
    terms.count(['trống', 'đồng xanh lam | đồng xanh lam | gốm sứ lạ', '']);
    terms.count(['trống', 'gốm sứ lạ', '  ']);
    terms.count(['trống']);
    expect(terms.unmatched().map(({ key, text, rows }) => [key, text, rows])).toEqual([
      ['materials', 'gốm sứ lạ', 2],
      ['materials', 'đồng xanh lam', 1],
    ]);
  });

  it('come with labels that are spelled much alike', () => {
    const terms = countTerms(header, standard, { ...knowledge, mapping: { columns } });
    terms.count(['', '', 'Sở hữu toàn dâm']);
    const [found] = terms.unmatched();
    expect(found?.near.map((label) => label.toLowerCase())).toContain('sở hữu toàn dân');
  });

  it('are not asked for again once the mapping says what they mean, nor where a reason stands for a value', () => {
    const mapping = { columns, values: { materials: { 'gốm sứ lạ': 'ceramic' } } };
    const terms = countTerms(header, standard, { ...knowledge, mapping });
    terms.count(['', 'gốm sứ lạ | constructor | [không rõ]', '']);
    expect(terms.unmatched().map(({ text }) => text)).toEqual(['constructor']);
  });

  it('are shown as many as can be decided at once, however many there are', () => {
    const terms = countTerms(header, standard, { ...knowledge, mapping: { columns } });
    for (let line = 0; line < 2_100; line += 1) terms.count(['', `từ lạ ${line}`, '']);
    terms.count(['', 'từ lạ 7 | từ lạ 2099', '']);
    const found = terms.unmatched();
    expect(found).toHaveLength(200);
    expect(found[0]).toMatchObject({ text: 'từ lạ 7', rows: 2 });
    expect(found.some(({ text }) => text === 'từ lạ 2099')).toBe(false);
  });
});

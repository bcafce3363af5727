import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { publishedKnowledge } from '../cells/knowledge.fixture.ts';
import { columnsByName, fittedTo, headerSignature } from './columns.ts';

const { catalogue } = await publishedKnowledge();
const standard = catalogue.standard('artefact');
if (!standard) throw new Error('There is no standard of artefacts');

describe('the columns of a sheet by their names', () => {
  it('mean the key of the template that they name, in either language', () => {
    const header = ['id', 'Tên gọi – tiếng Việt', 'name[en]', 'Chất liệu', '_record'];
    expect(columnsByName(header, standard)).toEqual({
      id: 'id',
      'Tên gọi – tiếng Việt': 'name[vi]',
      'name[en]': 'name[en]',
      'Chất liệu': 'materials',
      _record: '_record',
    });
  });

  it('mean nothing where no field is so called; columns of errors and without a name are left alone', () => {
    const header = ['', 'Lỗi', 'Advice', 'Cột của riêng tôi', 'materials'];
    expect(columnsByName(header, standard)).toEqual({
      Lỗi: null,
      Advice: null,
      'Cột của riêng tôi': null,
      materials: 'materials',
    });
  });

  it('give a key to the first of two columns that could mean it', () => {
    const columns = columnsByName(['Chất liệu', 'materials'], standard);
    expect(columns).toEqual({ 'Chất liệu': 'materials', materials: null });
  });

  it('may be called like what every object has', () => {
    const columns = columnsByName(['constructor', '__proto__', 'quantity'], standard);
    expect(Object.entries(columns)).toEqual([
      ['constructor', null],
      ['__proto__', null],
      ['quantity', 'quantity'],
    ]);
  });
});

describe('the signature of a header', () => {
  const names = fc.uniqueArray(fc.constantFrom('Tên gọi', 'Chất liệu', 'Số lượng', 'Ghi chú'), {
    minLength: 1,
  });

  it('is the same in whatever order, spelling of marks and repetition', () => {
    fc.assert(
      fc.property(names, fc.infiniteStream(fc.boolean()), (header, turns) => {
        const other = header.toReversed().map((name) => {
          const upper = turns.next().value;
          return upper ? name.toUpperCase() : name.normalize('NFD');
        });
        expect(headerSignature([...other, '', ...header])).toBe(headerSignature(header));
      }),
    );
  });

  it('is another for a column more, and for words divided otherwise', () => {
    expect(headerSignature(['a', 'b'])).not.toBe(headerSignature(['a', 'b', 'c']));
    expect(headerSignature(['a', 'b'])).not.toBe(headerSignature(['a,b']));
  });
});

describe('a mapping that was made for another sheet', () => {
  it('speaks only of the columns that are there, in whatever spelling', () => {
    const mapping = { key: 'id', columns: { 'Chất liệu': 'materials', Vắng: 'quantity' } };
    expect(fittedTo(['CHẤT LIỆU', '', 'Mới'], mapping)).toEqual({
      key: 'id',
      columns: { 'CHẤT LIỆU': 'materials', Mới: null },
    });
  });

  it('says no more of a column called like what every object has than of others', () => {
    expect(fittedTo(['constructor', 'toString'], {}).columns).toEqual({ constructor: null, toString: null });
  });

  it('keeps a column out that it leaves out, though another is spelled alike', () => {
    const columns = { 'Chất liệu': null, 'chat lieu': 'materials' };
    expect(fittedTo(['Chất liệu', 'chat lieu'], { columns }).columns).toEqual(columns);
  });
});

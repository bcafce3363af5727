import { describe, expect, it } from 'vitest';
import { indexDecisions, issuerOf } from './decisions.ts';
import { nationalAct, unescoList } from './designations.ts';

const row = (decision_number: string, decision_date: string, note = '') => ({
  decision_number,
  decision_date,
  note,
  source: 's',
});

describe('issuerOf', () => {
  it.each([
    ['1426/QĐ-TTg', '2012-10-01', 'THU_TUONG'],
    ['5079/QĐ-BVHTTDL', '2012-12-27', 'BO_TRUONG_BO_VHTTDL'],
    ['300/QĐ-BVH-TT-DL', '2009-01-22', 'BO_TRUONG_BO_VHTTDL'],
    ['61/1999/QĐ-BVHTT', '1999-09-13', 'BO_VAN_HOA_THONG_TIN'],
    ['575-QĐ/VHTT', '1990-07-14', 'BO_VAN_HOA_THONG_TIN'],
    ['147/VH-QĐ', '1982-12-24', 'BO_VAN_HOA'],
    ['298/VH-QĐ', '1990-03-26', 'BO_VAN_HOA'],
    ['875 QĐ/VH', '1990-05-14', 'BO_VAN_HOA_THONG_TIN'],
    ['310/QĐ-BT', '1996-02-13', 'BO_VAN_HOA_THONG_TIN'],
    ['2284/QĐ-UBND', '2024-12-21', 'CHU_TICH_UBND_TINH'],
    ['97/QĐ', '', 'BO_TRUONG_BO_VHTTDL'],
  ])('knows who took %s', (number, date, issuer) => {
    expect(issuerOf(number, date)).toBe(issuer);
  });
});

describe('indexDecisions', () => {
  it('takes several spellings of one number and day for one decision', () => {
    const rows = [
      row('147/VH-QĐ', '1982-12-24'),
      row('147-VH/QĐ', '1982-12-24'),
      row('68-VH/QĐ', '1993-01-29'),
      row('68/QĐ-BT', '1993-01-29'),
    ];
    const index = indexDecisions(rows);
    expect(index.all.map(({ key, number }) => [key, number])).toEqual([
      ['147-vh-qd-1982', '147/VH-QĐ'],
      ['68-vh-qd-1993', '68-VH/QĐ'],
    ]);
    expect(rows.map((given) => index.of(given)?.key)).toEqual([
      '147-vh-qd-1982',
      '147-vh-qd-1982',
      '68-vh-qd-1993',
      '68-vh-qd-1993',
    ]);
  });

  it('keeps numbers of different days and issuers apart', () => {
    const rows = [
      row('231/QĐ-BVHTTDL', '2014-01-27'),
      row('231/QĐ-BVHTTDL', '2023-02-14'),
      row('231/QĐ-TTg', '2014-01-27'),
    ];
    expect(indexDecisions(rows).all).toHaveLength(3);
  });

  it('notes what is said of a missing date, and takes the year from it', () => {
    const index = indexDecisions([row('19/QĐ-BVHTTDL', '', 'announced January 2026'), row('', '2024-01-01')]);
    expect(index.all).toEqual([
      {
        op: 'addDecision',
        key: '19-qd-bvhttdl-2026',
        number: '19/QĐ-BVHTTDL',
        dateNote: 'announced January 2026',
        issuer: 'BO_TRUONG_BO_VHTTDL',
        source: 's',
      },
    ]);
    expect(index.of(row('', ''))).toBeUndefined();
  });
});

describe('nationalAct', () => {
  const act = (given: Record<string, string>) => {
    const whole = { key: 'k', pid: 'p', name_vi: 'Tên', source: 's', ...given };
    return nationalAct({ row: whole, pid: 'p', list: 'L', place: '', decisions: indexDecisions([whole]) });
  };

  it.each([
    [{ decision_date: '2015-12-23' }, { earliest: '2015-12-23', latest: '2015-12-23', edtf: '2015-12-23' }],
    [{ year: '1962' }, { earliest: '1962-01-01', latest: '1962-12-31', edtf: '1962' }],
    [{ note: 'announced February 2024 (26 items)' }, { latest: '2024-02-29' }],
    [{ note: 'one of 9 Hà Nội items announced 18 August 2025' }, { latest: '2025-08-18' }],
    [{ note: 'reported by the press 13-14 December 2024' }, { latest: '2024-12-14' }],
    [{ note: 'recognised in 2025' }, { earliest: '2025-01-01', latest: '2025-12-31', edtf: '2025' }],
  ])('takes effect as %j says', (given, expected) => {
    expect(act(given)).toMatchObject(expected);
  });

  it('does not guess a date', () => {
    for (const note of ['', 'batch of 11 items', 'dossier filed in 2023; date of the decision not found']) {
      expect(Object.keys(act({ note }))).not.toEqual(
        expect.arrayContaining([expect.stringMatching(/^(earliest|latest|edtf)$/)]),
      );
    }
    expect(act({}).decision).toEqual({ absent: 'not-found' });
  });

  it('keeps the number as the row prints it', () => {
    const first = {
      key: 'a',
      pid: 'p',
      name_vi: 'A',
      source: 's',
      decision_number: '97/QĐ',
      decision_date: '1992-01-21',
    };
    const second = { ...first, key: 'b', decision_number: '97/VHQĐ' };
    const decisions = indexDecisions([first, second]);
    expect(nationalAct({ row: second, pid: 'p', list: 'L', place: '', decisions })).toMatchObject({
      decision: { key: '97-qd-1992' },
      note: 'nguồn ghi số 97/VHQĐ',
    });
  });
});

describe('unescoList', () => {
  it('knows the lists of the data and no others', () => {
    expect(unescoList({ list: 'World Heritage', type: 'hỗn hợp' })).toBe('DI_SAN_THE_GIOI_HON_HOP');
    expect(() => unescoList({ list: 'Creative Cities', type: '' })).toThrow('Creative Cities');
  });
});

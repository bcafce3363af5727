import type { LocalizedText } from '#platform/i18n/index.ts';
import type { FormOutcome } from './fill.ts';

/** Why there is no form, and what to do. */
export function refusalText(outcome: Exclude<FormOutcome, { kind: 'form' }>): LocalizedText {
  switch (outcome.kind) {
    case 'not-found':
      return {
        vi: 'không có hồ sơ này; hãy kiểm tra mã',
        en: 'there is no such record; check the identifier',
      };
    case 'merged':
      return {
        vi: `hồ sơ đã gộp vào ${outcome.pid}; hãy dùng mã đó`,
        en: `the record was merged into ${outcome.pid}; use that identifier`,
      };
    case 'withdrawn':
      return {
        vi: 'hồ sơ đã được rút, không in biểu mẫu được',
        en: 'the record was withdrawn; it has no forms',
      };
    case 'wrong-kind': {
      const kinds = outcome.kinds.join(', ');
      return {
        vi: `biểu mẫu này chỉ dùng cho loại hồ sơ: ${kinds}`,
        en: `this form is for records of the kinds: ${kinds}`,
      };
    }
    case 'too-many-rows':
      return {
        vi: `biểu mẫu chứa tối đa ${outcome.limit} dòng; hãy xuất danh sách này ra XLSX hoặc CSV`,
        en: `the form holds at most ${outcome.limit} rows; export this list as XLSX or CSV`,
      };
    case 'broken-template':
      return {
        vi: `tệp mẫu standards/${outcome.file} hỏng: ${outcome.problem.vi}`,
        en: `the template standards/${outcome.file} is broken: ${outcome.problem.en}`,
      };
  }
}

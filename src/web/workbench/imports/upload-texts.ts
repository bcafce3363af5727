import type { ReceiveOutcome } from '#modules/exchange/index.ts';
import type { LocalizedText } from '#platform/i18n/index.ts';
import type { UploadReading } from './multipart.ts';
import { sizeIn } from './words.ts';

type Refused =
  | Exclude<ReceiveOutcome, { kind: 'received' }>
  | Exclude<UploadReading<unknown>, { kind: 'taken' }>;

/** Why a file was not taken in, and what to do. */
export function receiveProblems(outcome: Refused): LocalizedText[] {
  switch (outcome.kind) {
    case 'unreadable':
      return outcome.problems;
    case 'too-large':
      return [tooLarge(outcome.limitBytes)];
    default:
      return [TEXTS[outcome.kind]];
  }
}

function tooLarge(limit: number): LocalizedText {
  return {
    vi: `Tệp lớn hơn ${sizeIn('vi', limit)}. Hãy chia tệp thành nhiều phần, hoặc nhờ người vận hành tăng giới hạn (DISAN_IMPORT_LIMIT_MB).`,
    en: `The file is larger than ${sizeIn('en', limit)}. Divide it, or ask the operator to raise the limit (DISAN_IMPORT_LIMIT_MB).`,
  };
}

const TEXTS: Record<Exclude<Refused['kind'], 'unreadable' | 'too-large'>, LocalizedText> = {
  'unknown-format': {
    vi: 'Chưa đọc được loại tệp này. Hãy mở tệp bằng phần mềm bảng tính rồi lưu lại thành .xlsx hoặc CSV UTF-8 (.csv).',
    en: 'Files of this type cannot be read. Open it with a spreadsheet program and save it as .xlsx or CSV UTF-8 (.csv).',
  },
  'unknown-kind': {
    vi: 'Không có loại hồ sơ này. Hãy chọn một loại trong danh sách.',
    en: 'There is no such kind of record. Choose one of the list.',
  },
  empty: {
    vi: 'Tệp không có nội dung. Hãy kiểm tra lại tệp rồi chọn lần nữa.',
    en: 'The file is empty. Check it and choose it once more.',
  },
  'disk-full': {
    vi: 'Máy chủ hết chỗ trống nên chưa nhận được tệp. Hãy báo người vận hành giải phóng chỗ rồi đưa tệp lên lại; chưa có gì bị mất.',
    en: 'The server has no room left, so the file was not taken. Ask the operator to free some space and upload it again; nothing was lost.',
  },
  'no-file': {
    vi: 'Chưa chọn tệp. Hãy chọn một tệp CSV hoặc XLSX.',
    en: 'No file was chosen. Choose a CSV or XLSX file.',
  },
  broken: {
    vi: 'Tệp đưa lên bị đứt giữa chừng. Hãy đưa lên lại.',
    en: 'The upload broke off. Upload the file again.',
  },
};

import type { ImportJob, ImportState, RowOutcome } from '#modules/exchange/index.ts';
import type { Lang, LocalizedText } from '#platform/i18n/index.ts';

/** Words that several pages of the import share. */
export const OUTCOMES: Record<RowOutcome, LocalizedText> = {
  created: { vi: 'Tạo mới', en: 'Created' },
  updated: { vi: 'Cập nhật', en: 'Updated' },
  unchanged: { vi: 'Không đổi', en: 'Unchanged' },
  rejected: { vi: 'Bị từ chối', en: 'Rejected' },
};

export const OUTCOME_NAMES = Object.keys(OUTCOMES) as RowOutcome[];

export const STATES: Record<ImportState, LocalizedText> = {
  uploaded: { vi: 'Đang khai báo', en: 'Being set up' },
  checking: { vi: 'Đang chạy thử', en: 'Dry run under way' },
  checked: { vi: 'Chờ duyệt', en: 'Waiting for approval' },
  refused: { vi: 'Tệp chưa đọc được', en: 'File could not be read' },
  committing: { vi: 'Đang ghi', en: 'Being written' },
  committed: { vi: 'Đã ghi', en: 'Written' },
  publishing: { vi: 'Đang công bố', en: 'Being published' },
  unpublishing: { vi: 'Đang hoàn tác công bố', en: 'Publication being undone' },
  undoing: { vi: 'Đang hoàn tác', en: 'Being undone' },
  undone: { vi: 'Đã hoàn tác', en: 'Undone' },
  failed: { vi: 'Có sự cố', en: 'Failed' },
  discarded: { vi: 'Đã bỏ', en: 'Given up' },
};

export const STALE: LocalizedText = {
  vi: 'Lần nhập này vừa được thay đổi ở một cửa sổ khác, nên biểu mẫu của bạn chưa được ghi. Dưới đây là trạng thái mới nhất.',
  en: 'This import was just changed in another window, so your form was not taken. Below is how it stands now.',
};

export function numberIn(lang: Lang, value: number): string {
  return value.toLocaleString(lang === 'vi' ? 'vi-VN' : 'en-GB');
}

export function sizeIn(lang: Lang, bytes: number): string {
  if (bytes < 1_000) return `${numberIn(lang, bytes)} byte`;
  // From 999,950 on, kilobytes would be rounded to a thousand of them.
  const [value, unit] = bytes < 999_950 ? [bytes / 1_000, 'kB'] : [bytes / 1_000_000, 'MB'];
  return `${numberIn(lang, Math.round(value * 10) / 10)} ${unit}`;
}

const MOMENT = { dateStyle: 'short', timeStyle: 'short', timeZone: 'Asia/Ho_Chi_Minh' } as const;

export function momentIn(lang: Lang, iso: string): string {
  return new Intl.DateTimeFormat(lang === 'vi' ? 'vi-VN' : 'en-GB', MOMENT).format(new Date(iso));
}

/** Rows of a workbook of errors, which is made in memory; of more, the text has all. */
export const MOST_IN_BOOK = 20_000;

/** The steps of the wizard, in their order, by the last part of their address. */
export const STEPS = ['tep', 'khoa', 'cot', 'chay-thu', 'ghi', 'ket-qua'] as const;
export type Step = (typeof STEPS)[number];

export const STEP_NAMES: Record<Step, LocalizedText> = {
  tep: { vi: 'Tệp', en: 'File' },
  khoa: { vi: 'Mã hồ sơ', en: 'Record key' },
  cot: { vi: 'Cột', en: 'Columns' },
  'chay-thu': { vi: 'Chạy thử', en: 'Dry run' },
  ghi: { vi: 'Duyệt và ghi', en: 'Approve' },
  'ket-qua': { vi: 'Kết quả', en: 'Result' },
};

/** The step at which an import stands. */
export function currentStep({ state }: Pick<ImportJob, 'state'>): Step {
  switch (state) {
    case 'uploaded':
      return 'tep';
    case 'committing':
    case 'committed':
    case 'publishing':
    case 'unpublishing':
    case 'undoing':
    case 'undone':
    case 'discarded':
      return 'ket-qua';
    default:
      return 'chay-thu';
  }
}

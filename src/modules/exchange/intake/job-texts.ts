import type { Problem } from '#modules/registry/index.ts';
import type { LocalizedText } from '#platform/i18n/index.ts';

export const FAILED: LocalizedText = {
  vi: 'Có sự cố nên công việc chưa xong; chưa có gì được ghi nửa chừng. Hãy thử lại; nếu vẫn lỗi, hãy báo người vận hành xem nhật ký của máy chủ.',
  en: 'Something went wrong and the work was not finished; nothing was left half written. Try again; if it fails once more, ask the operator to look at the log of the server.',
};

export const CHANGED_MEANWHILE: LocalizedText = {
  vi: 'Sổ đăng ký đã thay đổi từ lần chạy thử trước, nên chưa ghi gì. Dưới đây là kết quả chạy thử mới; hãy xem lại rồi duyệt.',
  en: 'The registry has changed since the dry run, so nothing was written. Below is a new dry run; look it over and approve again.',
};

/** Why an import cannot be taken back. */
export function undoProblem(problem: Problem): LocalizedText {
  if ('message' in problem) return problem.message;
  if (problem.kind === 'stale' || problem.kind === 'precondition-missing') {
    const { pid } = problem.current;
    return {
      vi: `Hồ sơ ${pid} đã được sửa sau lần nhập này. Hãy xử lý thay đổi đó trước.`,
      en: `Record ${pid} was edited after this import. Deal with that change first.`,
    };
  }
  return {
    vi: `Có thay đổi sau lần nhập này còn vướng (${problem.kind}). Hãy xem lịch sử của các hồ sơ liên quan.`,
    en: `A change made after this import stands in the way (${problem.kind}). Look at the history of its records.`,
  };
}

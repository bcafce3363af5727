import type { Problem } from '#modules/registry/index.ts';
import type { Lang, LocalizedText } from '#platform/i18n/index.ts';
import type { Unready } from './publication.ts';

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

export const NOTHING_TO_PUBLISH: LocalizedText = {
  vi: 'Lần nhập này không còn hồ sơ nháp nào để công bố.',
  en: 'There is no draft of this import left to publish.',
};

/** Which drafts may not be published and why; `lines`: the rows that they were made of. */
export function unreadyTexts(
  { unready, count, drafts }: { unready: readonly Unready[]; count: number; drafts: number },
  lines: ReadonlyMap<string, number>,
): LocalizedText[] {
  const further = count - unready.length;
  return [
    {
      vi: `Chưa công bố hồ sơ nào: ${count} trong ${drafts} hồ sơ nháp còn thiếu thông tin bắt buộc khi công bố. Hãy bổ sung rồi công bố lại, hoặc đánh dấu “Chỉ công bố các hồ sơ đủ điều kiện”.`,
      en: `Nothing was published: ${count} of ${drafts} drafts lack what a published record must have. Complete them and publish again, or tick “Publish only the records that are ready”.`,
    },
    ...unready.map((one) => unreadyText(one, lines.get(one.pid))),
    ...(further > 0
      ? [
          {
            vi: `Và ${further} hồ sơ khác cũng chưa đủ điều kiện.`,
            en: `And ${further} more that are not ready.`,
          },
        ]
      : []),
  ];
}

function unreadyText({ pid, lacking }: Unready, line: number | undefined): LocalizedText {
  const row =
    line === undefined
      ? { vi: 'Hồ sơ', en: 'Record' }
      : { vi: `Dòng ${line}, hồ sơ`, en: `Row ${line}, record` };
  const named = (lang: Lang) => lacking.map((text) => text[lang]).join('; ');
  return {
    vi: `${row.vi} ${pid}: còn thiếu ${named('vi')}.`,
    en: `${row.en} ${pid}: still to be given: ${named('en')}.`,
  };
}

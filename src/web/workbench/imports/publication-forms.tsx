import { addressOf, JobFields, type JobView } from './job-frame.tsx';
import { numberIn } from './words.ts';

const TEXT = {
  vi: {
    publish: 'Công bố các hồ sơ nháp của lần nhập này',
    publishLead: (n: string) =>
      `${n} hồ sơ nháp được công bố cùng lúc, tất cả hoặc không hồ sơ nào, và việc công bố hoàn tác được. Hồ sơ chưa đủ điều kiện được nêu tên.`,
    onlyReady: 'Chỉ công bố các hồ sơ đủ điều kiện, giữ nháp các hồ sơ còn lại',
    reason: 'Lý do công bố, căn cứ (ghi vào lịch sử hồ sơ; không bắt buộc)',
    submit: 'Công bố',
    undo: 'Hoàn tác việc công bố',
    undoLead:
      'Các hồ sơ công bố lần gần nhất trở lại bản nháp và không còn trên cổng công khai. Muốn hoàn tác cả lần nhập, hãy hoàn tác việc công bố trước.',
    undoReason: 'Lý do hoàn tác việc công bố',
    undoSubmit: 'Đưa về bản nháp',
  },
  en: {
    publish: 'Publish the drafts of this import',
    publishLead: (n: string) =>
      `${n} drafts are published together, all of them or none, and that can be undone. Records that are not ready are named.`,
    onlyReady: 'Publish only the records that are ready, keep the others as drafts',
    reason: 'Why, and on whose decision (goes into the history of the records; optional)',
    submit: 'Publish',
    undo: 'Undo the publication',
    undoLead:
      'The records that were published last become drafts again and leave the public portal. To undo the whole import, undo the publication first.',
    undoReason: 'Why the publication is undone',
    undoSubmit: 'Back to drafts',
  },
};

export function PublishForm({ view, drafts }: { view: JobView; drafts: number }) {
  const { visit, job } = view;
  const text = TEXT[visit.lang];
  return (
    <>
      <h2>{text.publish}</h2>
      <p>{text.publishLead(numberIn(visit.lang, drafts))}</p>
      <form class="stack" action={addressOf(job, 'cong-bo')} method="post">
        <JobFields view={view} />
        <p class="field">
          <label for="publish-reason">{text.reason}</label>
          <input id="publish-reason" name="ly-do" maxLength={2_000} />
        </p>
        <label class="choice">
          <input type="checkbox" name="du-dieu-kien" value="1" />
          <span>{text.onlyReady}</span>
        </label>
        <p>
          <button class="button-primary" type="submit">
            {text.submit}
          </button>
        </p>
      </form>
    </>
  );
}

export function PublicationUndoForm({ view }: { view: JobView }) {
  const { visit, job } = view;
  const text = TEXT[visit.lang];
  return (
    <>
      <h2>{text.undo}</h2>
      <p>{text.undoLead}</p>
      <form class="stack" action={addressOf(job, 'hoan-tac-cong-bo')} method="post">
        <JobFields view={view} />
        <p class="field">
          <label for="unpublish-reason">{text.undoReason}</label>
          <input id="unpublish-reason" name="ly-do" required maxLength={2_000} />
        </p>
        <p>
          <button type="submit">{text.undoSubmit}</button>
        </p>
      </form>
    </>
  );
}

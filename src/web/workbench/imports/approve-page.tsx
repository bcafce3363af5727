import { addressOf, JobFields, JobFrame, type JobView } from './job-frame.tsx';
import { numberIn, OUTCOME_NAMES, OUTCOMES } from './words.ts';

export const APPROVE_TEXT = {
  vi: {
    title: 'Duyệt và ghi',
    lead: 'Các dòng được ghi cùng lúc, tất cả hoặc không dòng nào. Cả lần nhập có thể hoàn tác.',
    draft: (n: string) =>
      `${n} hồ sơ mới được lưu nháp: chưa hiện trên cổng công khai cho đến khi được công bố.`,
    published: (n: string) =>
      `${n} hồ sơ mới được CÔNG BỐ NGAY: mọi người tìm và xem được trên cổng công khai.`,
    skip: (n: string) => `Chỉ nhập các dòng đúng, bỏ qua ${n} dòng bị từ chối`,
    mustSkip:
      'Có dòng bị từ chối. Hãy đánh dấu “Chỉ nhập các dòng đúng”, hoặc quay lại sửa rồi chạy thử lại.',
    reason: 'Lý do, nguồn của dữ liệu (ghi vào lịch sử hồ sơ)',
    submit: 'Ghi vào sổ đăng ký',
    back: 'Về kết quả chạy thử',
  },
  en: {
    title: 'Approve',
    lead: 'The rows are written together, all of them or none. The whole import can be undone.',
    draft: (n: string) =>
      `${n} new records are saved as drafts: the public portal does not show them until they are published.`,
    published: (n: string) =>
      `${n} new records are PUBLISHED AT ONCE: everybody can find and read them on the public portal.`,
    skip: (n: string) => `Import the good rows only, leave ${n} rejected rows out`,
    mustSkip:
      'There are rejected rows. Tick “Import the good rows only”, or go back, correct them and run again.',
    reason: 'Reason, source of the data (goes into the history of the records)',
    submit: 'Write to the registry',
    back: 'Back to the dry run',
  },
};

export function ApprovePage({ view }: { view: JobView }) {
  const { visit, job } = view;
  const { lang } = visit;
  const text = APPROVE_TEXT[lang];
  const { counts, digest = '' } = job.checked ?? {};
  const { rejected = 0, created = 0 } = counts ?? {};
  return (
    <JobFrame view={view} step="ghi" title={text.title}>
      <ul>
        {OUTCOME_NAMES.map((name) => (
          <li key={name}>{`${OUTCOMES[name][lang]}: ${numberIn(lang, counts?.[name] ?? 0)}`}</li>
        ))}
      </ul>
      <p>{text.lead}</p>
      {created > 0 && <FreshRecords view={view} created={created} />}
      <form class="stack" action={addressOf(job, 'ghi')} method="post">
        <JobFields view={view} />
        <input type="hidden" name="ban-kiem" value={digest} />
        {rejected > 0 && (
          <label class="choice">
            <input type="checkbox" name="bo-dong-loi" value="1" />
            <span>{text.skip(numberIn(lang, rejected))}</span>
          </label>
        )}
        <p class="field">
          <label for="reason">{text.reason}</label>
          <textarea id="reason" name="ly-do" rows={3} maxLength={2_000}>
            {job.fileName}
          </textarea>
        </p>
        <p>
          <button class="button-primary" type="submit">
            {text.submit}
          </button>{' '}
          <a href={addressOf(job, 'chay-thu')}>{text.back}</a>
        </p>
      </form>
    </JobFrame>
  );
}

/** Said plainly: whoever approves this may show records to everybody. */
function FreshRecords({ view: { visit, job }, created }: { view: JobView; created: number }) {
  const { lang } = visit;
  const state = job.mapping.state ?? 'draft';
  return (
    <p class="alert">
      <strong>{APPROVE_TEXT[lang][state](numberIn(lang, created))}</strong>
    </p>
  );
}

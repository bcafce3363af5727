import type { ImportJob } from '#modules/exchange/index.ts';
import type { Lang, LocalizedText } from '#platform/i18n/index.ts';
import { addressOf } from './job-frame.tsx';

export const REFRESH_SECONDS = 3;

const TEXT = {
  vi: {
    percent: (n: number) => `Đã xong ${n} %`,
    leave: 'Có thể đóng trang này; công việc vẫn chạy và kết quả được giữ ở danh sách các lần nhập.',
    again: 'Cập nhật ngay',
  },
  en: {
    percent: (n: number) => `${n} % done`,
    leave: 'You may close this page; the work goes on and its result stays in the list of imports.',
    again: 'Update now',
  },
};

/** What the page says while work is under way; a script, or else the page itself, keeps it up to date. */
export function Progress({
  job,
  lang,
  what,
  step,
}: {
  job: ImportJob;
  lang: Lang;
  what: LocalizedText;
  step: string;
}) {
  const text = TEXT[lang];
  return (
    <div class="alert" data-progress={addressOf(job, 'tien-trinh')}>
      <p id="progress-label">{what[lang]}</p>
      <progress max={100} value={job.progress} aria-labelledby="progress-label" />
      <p data-progress-text>{text.percent(job.progress)}</p>
      <p class="meta">{text.leave}</p>
      <p>
        <a href={addressOf(job, step)}>{text.again}</a>
      </p>
    </div>
  );
}

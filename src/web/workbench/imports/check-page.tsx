import type { RecordStandard } from '#modules/standards/index.ts';
import { Findings, Lacking } from './findings.tsx';
import { addressOf, JobFields, JobFrame, type JobView } from './job-frame.tsx';
import { Progress } from './progress.tsx';
import { type RowsView, RowTable } from './row-table.tsx';
import { MOST_IN_BOOK, numberIn } from './words.ts';

export const CHECK_TEXT = {
  vi: {
    title: 'Chạy thử',
    running: 'Đang chạy thử: đọc và kiểm tra từng dòng. Chưa có gì được ghi.',
    lead: 'Đây là những gì sẽ xảy ra. Chưa có gì được ghi vào sổ đăng ký.',
    refused: 'Không đọc hết được tệp',
    refusedLead: 'Hãy sửa tệp rồi đưa lên lại, hoặc đổi cách đọc. Chưa có gì được ghi.',
    upload: 'Đưa tệp khác lên',
    change: 'Sửa các cột',
    again: 'Chạy thử lại',
    failed: 'Chưa chạy xong',
    repeats: (changeset: number) =>
      `Chính tệp này, đọc theo cách này, đã được nhập trước đây (gói thay đổi ${changeset}). Nhập lần nữa sẽ không đổi gì.`,
    unmatched: (n: number) =>
      `${n} từ của tệp chưa có trong danh mục. Cho biết chúng nghĩa là thuật ngữ nào thì các dòng đó nhập được.`,
    terms: 'Ánh xạ các từ chưa khớp',
    published: 'Hồ sơ mới sẽ được công bố ngay khi ghi.',
    capped: (most: string) => `Bảng tính chỉ có ${most} dòng đầu; tệp CSV có đủ.`,
    downloads: 'Tải về',
    report: 'Báo cáo từng dòng (CSV)',
    rejectedBook: 'Các dòng bị từ chối, có cột “Lỗi” và “Gợi ý” (XLSX)',
    rejectedText: 'Các dòng bị từ chối, có cột “Lỗi” và “Gợi ý” (CSV)',
    next: 'Tiếp tục: duyệt và ghi',
    discard: 'Bỏ lần nhập này',
  },
  en: {
    title: 'Dry run',
    running: 'The dry run is under way: every row is read and checked. Nothing is written.',
    lead: 'This is what would happen. Nothing was written to the registry.',
    refused: 'The file could not be read to its end',
    refusedLead: 'Correct the file and upload it again, or change how it is read. Nothing was written.',
    upload: 'Upload another file',
    change: 'Change the columns',
    again: 'Run it again',
    failed: 'The dry run was not finished',
    repeats: (changeset: number) =>
      `This very file, read in this way, was imported before (changeset ${changeset}). Importing it again changes nothing.`,
    unmatched: (n: number) =>
      `${n} words of the file are in no list of terms. Say which terms they mean, and their rows can be imported.`,
    terms: 'Match these words',
    published: 'New records will be published as they are written.',
    capped: (most: string) => `The workbook has the first ${most} rows only; the CSV file has all of them.`,
    downloads: 'Download',
    report: 'Report on every row (CSV)',
    rejectedBook: 'Rejected rows, with the columns “Error” and “Advice” (XLSX)',
    rejectedText: 'Rejected rows, with the columns “Error” and “Advice” (CSV)',
    next: 'Continue: approve',
    discard: 'Give this import up',
  },
};

interface Props {
  view: JobView;
  standard: RecordStandard;
  rows: RowsView | undefined;
}

export function CheckPage({ view, standard, rows }: Props) {
  const { visit, job } = view;
  const { lang } = visit;
  const text = CHECK_TEXT[lang];
  if (job.state === 'checking') {
    return (
      <JobFrame view={view} step="chay-thu" title={text.title}>
        <Progress
          job={job}
          lang={lang}
          step="chay-thu"
          what={{ vi: CHECK_TEXT.vi.running, en: CHECK_TEXT.en.running }}
        />
      </JobFrame>
    );
  }
  if (job.checked === null || rows === undefined) return <Stopped view={view} />;
  return (
    <JobFrame view={view} step="chay-thu" title={text.title}>
      <p>
        {text.lead} {job.mapping.state === 'published' && text.published}
      </p>
      <Remarks view={view} />
      <Lacking view={view} />
      <RowTable lang={lang} address={addressOf(job, 'chay-thu')} standard={standard} view={rows} />
      <Findings view={view} />
      <Downloads view={view} />
      <NextSteps view={view} />
    </JobFrame>
  );
}

/** The file or the program stood in the way: what it was is said above, here is what to do. */
function Stopped({ view }: { view: JobView }) {
  const { visit, job } = view;
  const text = CHECK_TEXT[visit.lang];
  return (
    <JobFrame view={view} step="chay-thu" title={job.state === 'refused' ? text.refused : text.failed}>
      {job.state === 'refused' && <p>{text.refusedLead}</p>}
      <div class="actions">
        <a class="button" href={addressOf(job, 'tep')}>
          {text.change}
        </a>
        <AgainForm view={view} />
        <DiscardForm view={view} />
      </div>
    </JobFrame>
  );
}

function Remarks({ view: { visit, job } }: { view: JobView }) {
  const text = CHECK_TEXT[visit.lang];
  const { repeats = null, unmatched = [] } = job.checked ?? {};
  return (
    <>
      {repeats !== null && <p class="alert">{text.repeats(repeats)}</p>}
      {unmatched.length > 0 && job.state === 'checked' && (
        <div class="alert">
          <p>{text.unmatched(unmatched.length)}</p>
          <p>
            <a class="button" href={addressOf(job, 'thuat-ngu')}>
              {text.terms}
            </a>
          </p>
        </div>
      )}
    </>
  );
}

function Downloads({ view: { visit, job } }: { view: JobView }) {
  const text = CHECK_TEXT[visit.lang];
  const rejected = job.checked?.counts.rejected ?? 0;
  return (
    <>
      <h2>{text.downloads}</h2>
      <ul>
        <li>
          <a href={addressOf(job, 'bao-cao.csv')}>{text.report}</a>
        </li>
        {rejected > 0 && (
          <>
            <li>
              <a href={addressOf(job, 'dong-loi.xlsx')}>{text.rejectedBook}</a>
              {rejected > MOST_IN_BOOK && (
                <span class="meta"> {text.capped(numberIn(visit.lang, MOST_IN_BOOK))}</span>
              )}
            </li>
            <li>
              <a href={addressOf(job, 'dong-loi.csv')}>{text.rejectedText}</a>
            </li>
          </>
        )}
      </ul>
    </>
  );
}

function NextSteps({ view }: { view: JobView }) {
  const { visit, job } = view;
  const text = CHECK_TEXT[visit.lang];
  if (job.state !== 'checked') return null;
  const { created, updated } = job.checked?.counts ?? { created: 0, updated: 0 };
  return (
    <div class="actions">
      {created + updated > 0 && job.checked?.repeats === null && (
        <a class="button button-primary" href={addressOf(job, 'ghi')}>
          {text.next}
        </a>
      )}
      <a class="button" href={addressOf(job, 'cot')}>
        {text.change}
      </a>
      <AgainForm view={view} />
      <DiscardForm view={view} />
    </div>
  );
}

function AgainForm({ view }: { view: JobView }) {
  return (
    <form action={addressOf(view.job, 'chay-thu')} method="post">
      <JobFields view={view} />
      <button type="submit">{CHECK_TEXT[view.visit.lang].again}</button>
    </form>
  );
}

function DiscardForm({ view }: { view: JobView }) {
  return (
    <form action={addressOf(view.job, 'bo')} method="post">
      <JobFields view={view} />
      <button type="submit">{CHECK_TEXT[view.visit.lang].discard}</button>
    </form>
  );
}

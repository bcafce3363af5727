import type { ImportJob } from '#modules/exchange/index.ts';
import type { Visit } from '../frame/visit.ts';
import { IMPORTS } from '../frame/workbench.ts';
import { momentIn, numberIn, OUTCOME_NAMES, OUTCOMES, STATES } from './words.ts';

export const LIST_TEXT = {
  vi: {
    title: 'Nhập dữ liệu',
    lead: 'Đưa bảng hiện vật, di tích, lễ hội của đơn vị vào sổ đăng ký. Mỗi tệp được chạy thử trước: bạn thấy từng dòng sẽ thay đổi gì rồi mới duyệt, và có thể hoàn tác cả lần nhập.',
    start: 'Nhập tệp mới',
    past: 'Các lần nhập',
    empty:
      'Chưa có lần nhập nào. Hãy bắt đầu bằng một tệp CSV hoặc XLSX; nếu chưa có bảng, hãy tải mẫu nhập ở trang chuẩn hồ sơ.',
    standards: 'Các chuẩn hồ sơ và mẫu nhập',
    file: 'Tệp',
    kind: 'Loại hồ sơ',
    state: 'Trạng thái',
    counts: 'Số dòng',
    when: 'Đưa lên lúc',
    older: 'Các lần trước đó',
  },
  en: {
    title: 'Data import',
    lead: 'Bring the lists of your institution into the registry. Every file has a dry run first: you see what each row would change before you approve, and a whole import can be undone.',
    start: 'Import a new file',
    past: 'Imports',
    empty:
      'Nothing was imported yet. Begin with a CSV or XLSX file; the pages of the record standards have import templates.',
    standards: 'Record standards and import templates',
    file: 'File',
    kind: 'Record kind',
    state: 'State',
    counts: 'Rows',
    when: 'Uploaded',
    older: 'Earlier imports',
  },
};

interface Props {
  visit: Visit;
  jobs: readonly ImportJob[];
  kindName(kind: string): string;
  older: number | undefined;
}

export function ListPage({ visit, jobs, kindName, older }: Props) {
  const { lang } = visit;
  const text = LIST_TEXT[lang];
  return (
    <>
      <h1>{text.title}</h1>
      <p class="lead">{text.lead}</p>
      <p>
        <a class="button button-primary" href={`${IMPORTS}/moi`}>
          {text.start}
        </a>
      </p>
      <h2>{text.past}</h2>
      {jobs.length === 0 ? (
        <p>
          {text.empty} <a href={lang === 'vi' ? '/vi/tieu-chuan' : '/en/standards'}>{text.standards}</a>
        </p>
      ) : (
        <section class="scroll" tabIndex={0} aria-label={text.past}>
          <table class="dense">
            <thead>
              <tr>
                <th scope="col">{text.file}</th>
                <th scope="col">{text.kind}</th>
                <th scope="col">{text.state}</th>
                <th scope="col">{text.counts}</th>
                <th scope="col">{text.when}</th>
              </tr>
            </thead>
            <tbody>
              {jobs.map((job) => (
                <JobRow key={job.id} job={job} lang={lang} kind={kindName(job.kind)} />
              ))}
            </tbody>
          </table>
        </section>
      )}
      {older !== undefined && (
        <p>
          <a href={`${IMPORTS}?truoc=${older}`}>{text.older}</a>
        </p>
      )}
    </>
  );
}

function JobRow({ job, lang, kind }: { job: ImportJob; lang: Visit['lang']; kind: string }) {
  const counts = job.checked?.counts;
  const shown = counts === undefined ? [] : OUTCOME_NAMES.filter((name) => counts[name] > 0);
  return (
    <tr>
      <th scope="row">
        <a href={`${IMPORTS}/${job.id}`}>{job.fileName}</a>
      </th>
      <td>{kind}</td>
      <td>
        <span class={`chip chip-${job.state}`}>{STATES[job.state][lang]}</span>
      </td>
      <td>
        {shown.map((name) => `${OUTCOMES[name][lang]} ${numberIn(lang, counts?.[name] ?? 0)}`).join(' · ')}
      </td>
      <td>
        <time dateTime={job.createdAt}>{momentIn(lang, job.createdAt)}</time>
      </td>
    </tr>
  );
}

import { Conversions } from './conversions.tsx';
import { addressOf, JobFields, type JobView } from './job-frame.tsx';
import { numberIn } from './words.ts';

const TEXT = {
  vi: {
    lacking: (n: string) =>
      `${n} dòng bị từ chối có thể vì thiếu thông tin bắt buộc khi công bố ngay. Có ba cách: điền vào tệp; đặt giá trị chung cho mọi dòng; hoặc lưu nháp rồi bổ sung sau.`,
    lackingRows: (n: string) => `thiếu ở ${n} dòng`,
    asDrafts: 'Lưu nháp hồ sơ mới và chạy thử lại',
    constants: 'Đặt giá trị chung',
    warnings: 'Nên xem lại',
    aside: 'Khi đọc tệp: ',
  },
  en: {
    lacking: (n: string) =>
      `Up to ${n} rows were rejected because they lack what a published record must have. Fill it in in the file; set one value for all rows; or save the records as drafts and complete them later.`,
    lackingRows: (n: string) => `lacking in ${n} rows`,
    asDrafts: 'Save new records as drafts and run again',
    constants: 'Set common values',
    warnings: 'To be looked at',
    aside: 'While the file was read: ',
  },
};

/** What rows lack that a published record must have, field by field, and the ways on. */
export function Lacking({ view }: { view: JobView }) {
  const { visit, job } = view;
  const { lang } = visit;
  const text = TEXT[lang];
  const lacking = job.checked?.lacking ?? [];
  if (lacking.length === 0 || job.mapping.state !== 'published' || job.state !== 'checked') return null;
  const most = Math.max(...lacking.map(({ rows }) => rows));
  return (
    <div class="alert">
      <p>{text.lacking(numberIn(lang, most))}</p>
      <ul class="columns">
        {lacking.map(({ field, label, rows }) => (
          <li key={field}>
            {label[lang]} <span class="meta">({text.lackingRows(numberIn(lang, rows))})</span>
          </li>
        ))}
      </ul>
      <div class="actions">
        <a class="button" href={`${addressOf(job, 'cot')}#constants`}>
          {text.constants}
        </a>
        <form action={addressOf(job, 'luu-nhap')} method="post">
          <JobFields view={view} />
          <button type="submit">{text.asDrafts}</button>
        </form>
      </div>
    </div>
  );
}

/** What was read, but may not be what was meant. */
export function Findings({ view: { visit, job } }: { view: JobView }) {
  const { lang } = visit;
  const text = TEXT[lang];
  const { warnings = [], conversions = [], aside = null } = job.checked ?? {};
  if (warnings.length + conversions.length === 0 && aside === null) return null;
  return (
    <>
      <h2>{text.warnings}</h2>
      <ul>
        {aside !== null && <li>{`${text.aside}${aside.text[lang]}.`}</li>}
        {warnings.map((warning) => (
          <li key={warning.vi}>{warning[lang]}</li>
        ))}
      </ul>
      <Conversions lang={lang} conversions={conversions} />
    </>
  );
}

import type { RecordStandard } from '#modules/standards/index.ts';
import { Conversions } from './conversions.tsx';
import { addressOf, JobFields, JobFrame, type JobView } from './job-frame.tsx';
import { KindField, ReadingFields, SheetFields } from './reading-fields.tsx';
import { numberIn, sizeIn } from './words.ts';

export const FILE_TEXT = {
  vi: {
    title: 'Tệp đã nhận',
    facts: 'Đọc được',
    size: 'Dung lượng',
    format: 'Định dạng',
    sheet: 'Trang tính',
    encoding: 'Bảng mã',
    unsure: 'chưa chắc chắn: hãy xem các ô mẫu dưới đây rồi chọn bảng mã đúng',
    delimiter: 'Dấu phân cách',
    tab: 'tab',
    columns: 'Số cột',
    change: 'Cách đọc',
    next: 'Tiếp tục: mã hồ sơ',
  },
  en: {
    title: 'The file was received',
    facts: 'What was read',
    size: 'Size',
    format: 'Format',
    sheet: 'Sheet',
    encoding: 'Encoding',
    unsure: 'uncertain: look at the sample cells below and choose the right encoding',
    delimiter: 'Delimiter',
    tab: 'tab',
    columns: 'Columns',
    change: 'How to read it',
    next: 'Continue: record key',
  },
};

/** Below this the encoding was guessed from too little text. */
const SURE = 0.8;

export function FilePage({ view, standards }: { view: JobView; standards: readonly RecordStandard[] }) {
  const { visit, job } = view;
  const { lang } = visit;
  const text = FILE_TEXT[lang];
  return (
    <JobFrame view={view} step="tep" title={text.title}>
      <Facts view={view} />
      <Conversions lang={lang} conversions={job.inspection.conversions} />
      <h2>{text.change}</h2>
      <form class="stack" action={addressOf(job, 'tep')} method="post">
        <JobFields view={view} />
        <KindField lang={lang} standards={standards} chosen={job.kind} />
        {job.format === 'csv' && <ReadingFields lang={lang} reading={job.mapping} />}
        {job.format === 'xlsx' && <SheetFields lang={lang} reading={job.mapping} />}
        <p>
          <button class="button-primary" type="submit">
            {text.next}
          </button>
        </p>
      </form>
    </JobFrame>
  );
}

function Facts({ view: { visit, job } }: { view: JobView }) {
  const { lang } = visit;
  const text = FILE_TEXT[lang];
  const { encoding, confidence, delimiter, sheet, columns } = job.inspection;
  const facts: [string, string][] = [
    [text.size, sizeIn(lang, job.fileBytes)],
    [text.format, job.format.toUpperCase()],
    ...(sheet === null ? [] : [[text.sheet, sheet] as [string, string]]),
    [text.encoding, confidence < SURE ? `${encoding} (${text.unsure})` : encoding],
    ...(delimiter === null
      ? []
      : [[text.delimiter, delimiter === '\t' ? text.tab : delimiter] as [string, string]]),
    [text.columns, numberIn(lang, columns.length)],
  ];
  return (
    <dl class="facts">
      {facts.map(([name, value]) => (
        <div key={name}>
          <dt>{name}</dt>
          <dd>{value}</dd>
        </div>
      ))}
    </dl>
  );
}

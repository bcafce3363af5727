import type { RecordStandard } from '#modules/standards/index.ts';
import type { LocalizedText } from '#platform/i18n/index.ts';
import { Errors, TokenField } from '../frame/form-parts.tsx';
import type { Visit } from '../frame/visit.ts';
import { IMPORTS } from '../frame/workbench.ts';
import { KindField, ReadingFields } from './reading-fields.tsx';
import { sizeIn } from './words.ts';

export const UPLOAD_TEXT = {
  vi: {
    title: 'Nhập tệp mới',
    lead: 'Chọn tệp bảng của đơn vị. Hàng đầu của bảng là tên cột. Chưa có gì được ghi vào sổ đăng ký ở bước này.',
    file: 'Tệp',
    hint: (limit: string) =>
      `CSV hoặc XLSX, tối đa ${limit}. Tệp .xls, .dbf, .mdb: hãy mở rồi lưu lại thành .xlsx.`,
    more: 'Khi tệp CSV bị đọc sai',
    submit: 'Đưa tệp lên',
  },
  en: {
    title: 'Import a new file',
    lead: 'Choose the table of your institution. Its first row holds the names of the columns. Nothing is written to the registry at this step.',
    file: 'File',
    hint: (limit: string) =>
      `CSV or XLSX, up to ${limit}. Files .xls, .dbf, .mdb: open them and save them as .xlsx.`,
    more: 'When a CSV file is read wrongly',
    submit: 'Upload the file',
  },
};

interface Props {
  visit: Visit;
  standards: readonly RecordStandard[];
  limitBytes: number;
  problems: readonly LocalizedText[];
}

export function UploadPage({ visit, standards, limitBytes, problems }: Props) {
  const { lang } = visit;
  const text = UPLOAD_TEXT[lang];
  return (
    <>
      <h1>{text.title}</h1>
      <Errors lang={lang} problems={problems} />
      <p>{text.lead}</p>
      <form class="stack" action={IMPORTS} method="post" enctype="multipart/form-data">
        <TokenField visit={visit} />
        <KindField lang={lang} standards={standards} chosen={undefined} />
        <details>
          <summary>{text.more}</summary>
          <ReadingFields lang={lang} reading={{}} />
        </details>
        {/* The last field: everything before it is known when the file begins. */}
        <p class="field">
          <label for="file">{text.file}</label>
          <input
            id="file"
            name="tep"
            type="file"
            required
            accept=".csv,.tsv,.txt,.xlsx,.jsonl,.geojson"
            aria-describedby="file-hint"
          />
        </p>
        <p id="file-hint" class="meta">
          {text.hint(sizeIn(lang, limitBytes))}
        </p>
        <p>
          <button class="button-primary" type="submit">
            {text.submit}
          </button>
        </p>
      </form>
    </>
  );
}

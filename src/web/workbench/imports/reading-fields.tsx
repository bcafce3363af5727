import { type Reading, TABLE_ENCODINGS } from '#modules/exchange/index.ts';
import type { RecordStandard } from '#modules/standards/index.ts';
import type { Lang } from '#platform/i18n/index.ts';

const TEXT = {
  vi: {
    kind: 'Mỗi dòng của tệp là một',
    encoding: 'Bảng mã của tệp CSV',
    delimiter: 'Dấu phân cách cột của tệp CSV',
    detected: 'Tự nhận biết',
    comma: 'Dấu phẩy ,',
    semicolon: 'Dấu chấm phẩy ;',
    tab: 'Dấu tab',
    bar: 'Dấu gạch đứng |',
    sheet: 'Tên trang tính (để trống: trang đầu tiên có tên cột nhận ra được)',
    row: 'Hàng chứa tên cột (để trống: tự tìm)',
  },
  en: {
    kind: 'Each row of the file is one',
    encoding: 'Encoding of the CSV file',
    delimiter: 'What separates the columns of the CSV file',
    detected: 'Detect',
    comma: 'Comma ,',
    semicolon: 'Semicolon ;',
    tab: 'Tab',
    bar: 'Vertical bar |',
    sheet: 'Name of the sheet (empty: the first one whose columns are recognised)',
    row: 'Row of the column names (empty: it is looked for)',
  },
};

const DELIMITERS = [
  ['comma', ','],
  ['semicolon', ';'],
  ['tab', '\t'],
  ['bar', '|'],
] as const;

/** Rows of a sheet, as spreadsheets have them. */
const MOST_ROWS = 1_048_576;

/** What a form says of the reading; a value that no field offers is none. */
export function readingIn(form: { get(name: string): string | null | undefined }): Reading {
  const encoding = TABLE_ENCODINGS.find((name) => name === form.get('bang-ma'));
  const delimiter = DELIMITERS.find(([name]) => name === form.get('phan-cach'))?.[1];
  const sheet = (form.get('trang') ?? '').trim();
  const row = Number(form.get('hang'));
  return {
    ...(encoding ? { encoding } : {}),
    ...(delimiter ? { delimiter } : {}),
    ...(sheet === '' ? {} : { sheet }),
    ...(Number.isInteger(row) && row >= 1 && row <= MOST_ROWS ? { headerRow: row } : {}),
  };
}

export function KindField({
  lang,
  standards,
  chosen,
}: {
  lang: Lang;
  standards: readonly RecordStandard[];
  chosen: string | undefined;
}) {
  return (
    <p class="field">
      <label for="kind">{TEXT[lang].kind}</label>
      <select id="kind" name="loai">
        {standards.map(({ kind, label }) => (
          <option key={kind} value={kind} selected={kind === chosen}>
            {label[lang]}
          </option>
        ))}
      </select>
    </p>
  );
}

export function ReadingFields({ lang, reading }: { lang: Lang; reading: Reading }) {
  const text = TEXT[lang];
  return (
    <>
      <p class="field">
        <label for="encoding">{text.encoding}</label>
        <select id="encoding" name="bang-ma">
          <option value="">{text.detected}</option>
          {TABLE_ENCODINGS.map((name) => (
            <option key={name} value={name} selected={name === reading.encoding}>
              {name}
            </option>
          ))}
        </select>
      </p>
      <p class="field">
        <label for="delimiter">{text.delimiter}</label>
        <select id="delimiter" name="phan-cach">
          <option value="">{text.detected}</option>
          {DELIMITERS.map(([name, sign]) => (
            <option key={name} value={name} selected={sign === reading.delimiter}>
              {text[name]}
            </option>
          ))}
        </select>
      </p>
    </>
  );
}

export function SheetFields({ lang, reading }: { lang: Lang; reading: Reading }) {
  const text = TEXT[lang];
  return (
    <>
      <p class="field">
        <label for="sheet">{text.sheet}</label>
        <input id="sheet" name="trang" maxLength={31} value={reading.sheet ?? ''} />
      </p>
      <p class="field">
        <label for="row">{text.row}</label>
        <input id="row" name="hang" inputmode="numeric" maxLength={7} value={reading.headerRow ?? ''} />
      </p>
    </>
  );
}

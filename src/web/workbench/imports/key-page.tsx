import type { KeyPreview } from '#modules/exchange/index.ts';
import { addressOf, JobFields, JobFrame, type JobView } from './job-frame.tsx';
import { numberIn } from './words.ts';

export const KEY_TEXT = {
  vi: {
    title: 'Nhận ra hồ sơ đã có',
    lead: 'Chọn cột cho biết mỗi dòng là hồ sơ nào: số kiểm kê, số đăng ký, mã trong phần mềm của đơn vị, hoặc mã định danh của sổ đăng ký. Nhập lại cùng mã thì hồ sơ được cập nhật, không tạo bản trùng.',
    column: 'Cột chứa mã hồ sơ',
    none: 'Không có cột nào: mỗi dòng là một hồ sơ mới',
    warning: 'Không có cột mã thì nhập lại tệp đã sửa sẽ tạo hồ sơ trùng.',
    samples: 'ví dụ',
    empty: 'Ô trống của một hồ sơ đã có',
    keep: 'Giữ nguyên giá trị đang có',
    clear: 'Xóa giá trị đang có',
    preview: (column: string) => `Trong các dòng đầu, cột “${column}” có`,
    rows: 'dòng đã xem',
    known: 'hồ sơ đã có trong sổ đăng ký',
    fresh: 'hồ sơ mới',
    blank: 'dòng không có mã (mỗi dòng sẽ thành hồ sơ mới)',
    repeated: 'Mã lặp lại (dòng sau sẽ bị từ chối)',
    wrong: 'Mã định danh viết sai',
    next: 'Tiếp tục: các cột',
  },
  en: {
    title: 'Recognise the records that are there',
    lead: 'Choose the column that says which record a row is: inventory or register number, the key of your own system, or the identifier of this registry. The same key again updates the record and makes no duplicate.',
    column: 'Column of the record key',
    none: 'None: every row is a new record',
    warning: 'Without a key, importing the corrected file again makes duplicates.',
    samples: 'for instance',
    empty: 'Empty cells of a record that is there',
    keep: 'Keep the value that is there',
    clear: 'Take the value away',
    preview: (column: string) => `In the first rows the column “${column}” has`,
    rows: 'rows looked at',
    known: 'records that are in the registry',
    fresh: 'new records',
    blank: 'rows without a key (each becomes a new record)',
    repeated: 'Keys that occur twice (the later row is rejected)',
    wrong: 'Mistyped identifiers',
    next: 'Continue: columns',
  },
};

interface Props {
  view: JobView;
  /** Of the column that is chosen now. */
  preview: { column: string; found: KeyPreview } | undefined;
}

export function KeyPage({ view, preview }: Props) {
  const { visit, job } = view;
  const text = KEY_TEXT[visit.lang];
  const columns = job.inspection.columns.filter(({ header }) => header !== '');
  return (
    <JobFrame view={view} step="khoa" title={text.title}>
      <p>{text.lead}</p>
      <form class="stack" action={addressOf(job, 'khoa')} method="post">
        <JobFields view={view} />
        <fieldset>
          <legend>{text.column}</legend>
          {columns.map(({ header, samples }) => (
            <label key={header} class="choice">
              <input type="radio" name="cot" value={header} checked={header === preview?.column} />
              <span>
                {header}
                {samples.length > 0 && (
                  <span class="meta"> {`${text.samples}: ${samples.slice(0, 2).join('; ')}`}</span>
                )}
              </span>
            </label>
          ))}
          <label class="choice">
            <input type="radio" name="cot" value="" checked={preview === undefined} />
            <span>
              {text.none} <span class="meta">{text.warning}</span>
            </span>
          </label>
        </fieldset>
        {preview && <Preview view={view} {...preview} />}
        <fieldset>
          <legend>{text.empty}</legend>
          {(['keep', 'clear'] as const).map((choice) => (
            <label key={choice} class="choice">
              <input
                type="radio"
                name="o-trong"
                value={choice}
                checked={choice === (job.mapping.emptyCells ?? 'keep')}
              />
              <span>{text[choice]}</span>
            </label>
          ))}
        </fieldset>
        <p>
          <button class="button-primary" type="submit">
            {text.next}
          </button>
        </p>
      </form>
    </JobFrame>
  );
}

function Preview({ view: { visit }, column, found }: { view: JobView; column: string; found: KeyPreview }) {
  const { lang } = visit;
  const text = KEY_TEXT[lang];
  const counts = [
    [found.rows, text.rows],
    [found.known, text.known],
    [found.fresh, text.fresh],
    [found.empty, text.blank],
  ] as const;
  return (
    <div class="alert">
      <p>{text.preview(column)}</p>
      <ul>
        {counts.map(([count, label]) => (
          <li key={label}>{`${numberIn(lang, count)} ${label}`}</li>
        ))}
        {found.repeated.length > 0 && <li>{`${text.repeated}: ${found.repeated.join(', ')}`}</li>}
        {found.wrong.length > 0 && <li>{`${text.wrong}: ${found.wrong.join(', ')}`}</li>}
      </ul>
    </div>
  );
}

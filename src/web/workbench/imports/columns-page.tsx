import type { Profile } from '#modules/exchange/index.ts';
import { type RecordStandard, templateColumns } from '#modules/standards/index.ts';
import { columnNames } from './column-names.ts';
import { addressOf, JobFields, JobFrame, type JobView } from './job-frame.tsx';

export const COLUMNS_TEXT = {
  vi: {
    title: 'Cột nào là trường nào',
    lead: 'Các cột được nhận theo tên. Hãy sửa chỗ chưa đúng: gõ vài chữ của tên trường rồi chọn. Để trống thì cột không được nhập.',
    fields: 'Xem ý nghĩa các trường',
    profiles: 'Ánh xạ đã lưu',
    used: (name: string) => `Đang dùng ánh xạ “${name}”.`,
    use: 'Dùng ánh xạ này',
    choose: 'Ánh xạ',
    column: 'Cột của tệp',
    samples: 'Ô mẫu',
    field: 'Trường của hồ sơ',
    fieldOf: (column: string) => `Trường cho cột “${column}”`,
    unnamed: 'Cột không có tên không nhập được. Hãy đặt tên cột trong tệp nếu cần.',
    constants: 'Giá trị chung cho mọi dòng',
    constantsHint:
      'Cho những trường mà tệp không có cột, ví dụ cùng một đơn vị lưu giữ. Điều thật sự không rõ thì ghi “[không rõ]”, không có thì ghi “[không có]”.',
    constantField: (n: number) => `Trường, giá trị chung ${n}`,
    constantValue: (n: number) => `Giá trị chung ${n}`,
    words: (n: number) => `${n} từ của tệp đã được ghi nghĩa là thuật ngữ nào; cách hiểu đó được giữ.`,
    save: 'Lưu ánh xạ này với tên',
    saveHint:
      'Tệp lần sau có cùng tên cột sẽ dùng lại ánh xạ này; dòng lệnh: ./disan import TỆP --profile "TÊN".',
    fresh: 'Hồ sơ mới',
    draft: 'Lưu nháp: chỉ người có tài khoản xem được, công bố sau',
    published:
      'Công bố ngay: hiện trên cổng công khai; dòng thiếu thông tin bắt buộc khi công bố sẽ bị từ chối',
    next: 'Chạy thử',
  },
  en: {
    title: 'Which column is which field',
    lead: 'Columns were recognised by their names. Correct what is wrong: type a few letters of a field and choose. A column left empty is not imported.',
    fields: 'What the fields mean',
    profiles: 'Saved mappings',
    used: (name: string) => `The mapping “${name}” is in use.`,
    use: 'Use this mapping',
    choose: 'Mapping',
    column: 'Column of the file',
    samples: 'Sample cells',
    field: 'Field of the record',
    fieldOf: (column: string) => `Field for the column “${column}”`,
    unnamed: 'A column without a name cannot be imported. Give it a name in the file if you need it.',
    constants: 'Values that hold for every row',
    constantsHint:
      'For fields of which the file has no column, for instance one holding institution. Write “[unknown]” for what really is unknown, “[none]” for what there is none of.',
    constantField: (n: number) => `Field, common value ${n}`,
    constantValue: (n: number) => `Common value ${n}`,
    words: (n: number) => `${n} words of the file were said to mean terms; that is kept.`,
    save: 'Save this mapping under the name',
    saveHint:
      'The next file with the same columns uses it again; on the command line: ./disan import FILE --profile "NAME".',
    fresh: 'New records',
    draft: 'Save as drafts: seen by staff only, to be published later',
    published:
      'Publish at once: shown on the public portal; rows that lack what a published record must have are rejected',
    next: 'Dry run',
  },
};

interface Props {
  view: JobView;
  standard: RecordStandard;
  profiles: readonly Profile[];
  /** What was typed, where it was refused; else what the mapping says. */
  typed: (name: string) => string | undefined;
}

export function ColumnsPage({ view, standard, profiles, typed }: Props) {
  const { visit, job } = view;
  const { lang } = visit;
  const text = COLUMNS_TEXT[lang];
  const words = Object.values(job.mapping.values ?? {}).reduce((sum, of) => sum + Object.keys(of).length, 0);
  return (
    <JobFrame view={view} step="cot" title={text.title}>
      <p>{text.lead}</p>
      <p>
        <a href={lang === 'vi' ? `/vi/tieu-chuan/${standard.kind}` : `/en/standards/${standard.kind}`}>
          {text.fields}
        </a>
      </p>
      <Profiles view={view} profiles={profiles} />
      <form class="stack wide" action={addressOf(job, 'cot')} method="post">
        <JobFields view={view} />
        <ColumnTable view={view} standard={standard} typed={typed} />
        <Constants view={view} standard={standard} typed={typed} />
        {words > 0 && <p>{text.words(words)}</p>}
        <FreshRecords view={view} typed={typed} />
        <p class="field">
          <label for="save">{text.save}</label>
          <input
            id="save"
            name="luu"
            maxLength={80}
            value={typed('luu') ?? ''}
            aria-describedby="save-hint"
          />
        </p>
        <p id="save-hint" class="meta">
          {text.saveHint}
        </p>
        <p>
          <button class="button-primary" type="submit">
            {text.next}
          </button>
        </p>
        <datalist id="fields">
          {columnNames(standard, lang).options.map((name) => (
            <option key={name} value={name} />
          ))}
        </datalist>
      </form>
    </JobFrame>
  );
}

function Profiles({ view, profiles }: Pick<Props, 'view' | 'profiles'>) {
  const { visit, job } = view;
  const text = COLUMNS_TEXT[visit.lang];
  if (profiles.length === 0) return null;
  return (
    <form class="alert inline-form" action={addressOf(job, 'anh-xa')} method="post">
      <JobFields view={view} />
      {job.profile !== null && <p>{text.used(job.profile)}</p>}
      <label for="profile">{text.choose}</label>
      <select id="profile" name="ten">
        {profiles.map(({ name }) => (
          <option key={name} value={name} selected={name === job.profile}>
            {name}
          </option>
        ))}
      </select>
      <button type="submit">{text.use}</button>
    </form>
  );
}

type TableProps = Pick<Props, 'view' | 'standard' | 'typed'>;

function ColumnTable({ view: { visit, job }, standard, typed }: TableProps) {
  const { lang } = visit;
  const text = COLUMNS_TEXT[lang];
  const names = columnNames(standard, lang);
  return (
    <table class="dense mapping">
      <thead>
        <tr>
          <th scope="col">{text.column}</th>
          <th scope="col">{text.samples}</th>
          <th scope="col">{text.field}</th>
        </tr>
      </thead>
      <tbody>
        {job.inspection.columns.map(({ header, samples }, index) => (
          <tr key={index}>
            <th scope="row">{header}</th>
            <td class="samples">{samples.join(' · ')}</td>
            <td>
              {header === '' ? (
                <span class="meta">{text.unnamed}</span>
              ) : (
                <input
                  name={`cot-${index}`}
                  list="fields"
                  maxLength={200}
                  aria-label={text.fieldOf(header)}
                  value={typed(`cot-${index}`) ?? names.nameOf(job.mapping.columns?.[header] ?? null)}
                />
              )}
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}

/** Where new records start their life. */
function FreshRecords({ view: { visit, job }, typed }: Pick<Props, 'view' | 'typed'>) {
  const text = COLUMNS_TEXT[visit.lang];
  const chosen = typed('ho-so-moi') ?? job.mapping.state ?? 'draft';
  return (
    <fieldset>
      <legend>{text.fresh}</legend>
      {(['draft', 'published'] as const).map((state) => (
        <label key={state} class="choice">
          <input type="radio" name="ho-so-moi" value={state} checked={state === chosen} />
          <span>{text[state]}</span>
        </label>
      ))}
    </fieldset>
  );
}

const SPARE_CONSTANTS = 2;

/** Rows of the form: those that are there, those that rows were rejected for the lack of, and empty ones. */
export function constantCount(found: Pick<JobView, 'job'> & Pick<Props, 'standard'>): number {
  return constantRows(found).length + SPARE_CONSTANTS;
}

/** Keys of the template with their values; empty values are offered, and need not be given. */
export function constantRows({
  job: { mapping, checked },
  standard,
}: Pick<JobView, 'job'> & Pick<Props, 'standard'>): [key: string, value: string][] {
  const { constants = {}, columns = {} } = mapping;
  const given = new Set([...Object.keys(constants), ...Object.values(columns)]);
  const offered = (checked?.lacking ?? []).flatMap(({ field }): [string, string][] => {
    const keys = templateColumns(standard).filter((column) => column.field === field);
    return keys[0] === undefined || keys.some(({ key }) => given.has(key)) ? [] : [[keys[0].key, '']];
  });
  return [...Object.entries(constants), ...offered];
}

function Constants({ view, standard, typed }: TableProps) {
  const { lang } = view.visit;
  const text = COLUMNS_TEXT[lang];
  const names = columnNames(standard, lang);
  const known = constantRows({ job: view.job, standard });
  return (
    <fieldset id="constants">
      <legend>{text.constants}</legend>
      <p class="meta">{text.constantsHint}</p>
      {Array.from({ length: known.length + SPARE_CONSTANTS }, (_, index) => {
        const [key = null, value = ''] = known[index] ?? [];
        return (
          <p key={index} class="constant">
            <input
              name={`chung-${index}`}
              list="fields"
              maxLength={200}
              aria-label={text.constantField(index + 1)}
              value={typed(`chung-${index}`) ?? names.nameOf(key)}
            />
            <input
              name={`gia-tri-${index}`}
              maxLength={1000}
              aria-label={text.constantValue(index + 1)}
              value={typed(`gia-tri-${index}`) ?? value}
            />
          </p>
        );
      })}
    </fieldset>
  );
}

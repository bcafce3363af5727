import { isRunning } from '#modules/exchange/index.ts';
import type { RecordStandard } from '#modules/standards/index.ts';
import type { LocalizedText } from '#platform/i18n/index.ts';
import { addressOf, JobFields, JobFrame, type JobView } from './job-frame.tsx';
import { Progress } from './progress.tsx';
import { type RowsView, RowTable } from './row-table.tsx';
import { numberIn } from './words.ts';

const RUNNING: Record<'committing' | 'undoing', LocalizedText> = {
  committing: {
    vi: 'Đang ghi vào sổ đăng ký. Nếu máy dừng giữa chừng, lần chạy sau làm tiếp; không có gì được ghi nửa chừng.',
    en: 'The rows are being written to the registry. If the machine stops, the next start goes on; nothing is left half written.',
  },
  undoing: { vi: 'Đang hoàn tác lần nhập.', en: 'The import is being undone.' },
};

export const RESULT_TEXT = {
  vi: {
    title: 'Kết quả',
    written: (created: string, updated: string) => `Đã tạo ${created} hồ sơ và cập nhật ${updated} hồ sơ.`,
    changeset: (id: number) => `Gói thay đổi số ${id}.`,
    undone: 'Lần nhập này đã được hoàn tác: mọi giá trị trở về như trước, các hồ sơ mới đã được thu hồi.',
    undoneBy: (id: number) => `Hoàn tác bằng gói thay đổi số ${id}.`,
    discarded: 'Lần nhập này đã được bỏ; tệp đã xóa, chưa có gì được ghi.',
    drafts: 'Hồ sơ mới là bản nháp: chỉ hiện trên cổng công khai sau khi được công bố.',
    records: 'Các hồ sơ của lần nhập',
    undo: 'Hoàn tác lần nhập',
    undoLead:
      'Mọi giá trị trở về như trước lần nhập và các hồ sơ mới được thu hồi. Nếu hồ sơ nào đã được sửa sau đó, việc hoàn tác bị từ chối và nêu rõ hồ sơ ấy.',
    reason: 'Lý do hoàn tác',
    confirm: 'Tôi hiểu rằng cả lần nhập sẽ được hoàn tác',
    submit: 'Hoàn tác',
    mustConfirm: 'Hãy ghi lý do và đánh dấu xác nhận rồi bấm Hoàn tác lần nữa.',
  },
  en: {
    title: 'Result',
    written: (created: string, updated: string) => `${created} records were created and ${updated} updated.`,
    changeset: (id: number) => `Changeset ${id}.`,
    undone: 'This import was undone: every value is as it was before, and the new records were withdrawn.',
    undoneBy: (id: number) => `Undone by changeset ${id}.`,
    discarded: 'This import was given up; the file was deleted and nothing was written.',
    drafts: 'New records are drafts: the public portal shows them once they are published.',
    records: 'Records of this import',
    undo: 'Undo the import',
    undoLead:
      'Every value goes back to what it was before, and the new records are withdrawn. Where a record was edited since, the undo is refused and names it.',
    reason: 'Why it is undone',
    confirm: 'I understand that the whole import is undone',
    submit: 'Undo',
    mustConfirm: 'Give the reason, tick the confirmation, and press Undo once more.',
  },
};

interface Props {
  view: JobView;
  standard: RecordStandard;
  rows: RowsView | undefined;
  /** The changeset that took the import back, by whatever way. */
  undoneBy: number | null;
  typedReason: string;
}

export function ResultPage({ view, standard, rows, undoneBy, typedReason }: Props) {
  const { visit, job } = view;
  const { lang } = visit;
  const text = RESULT_TEXT[lang];
  const running = job.state === 'committing' || job.state === 'undoing' ? RUNNING[job.state] : undefined;
  return (
    <JobFrame view={view} step="ket-qua" title={text.title}>
      {running ? (
        <Progress job={job} lang={lang} step="ket-qua" what={running} />
      ) : (
        <Conclusion view={view} undoneBy={undoneBy} />
      )}
      {rows && !isRunning(job) && (
        <>
          <h2>{text.records}</h2>
          <RowTable lang={lang} address={addressOf(job, 'ket-qua')} standard={standard} view={rows} />
        </>
      )}
      {job.state === 'committed' && job.changesetId !== null && undoneBy === null && (
        <UndoForm view={view} typedReason={typedReason} />
      )}
    </JobFrame>
  );
}

function Conclusion({ view: { visit, job }, undoneBy }: Pick<Props, 'view' | 'undoneBy'>) {
  const { lang } = visit;
  const text = RESULT_TEXT[lang];
  if (job.state === 'discarded') return <p class="alert">{text.discarded}</p>;
  if (undoneBy !== null) {
    return (
      <div class="alert" role="status">
        <p>{text.undone}</p>
        <p>{text.undoneBy(undoneBy)}</p>
      </div>
    );
  }
  const { created = 0, updated = 0 } = job.checked?.counts ?? {};
  return (
    <div class="alert alert-done" role="status">
      <p>
        {text.written(numberIn(lang, created), numberIn(lang, updated))}{' '}
        {job.changesetId !== null && text.changeset(job.changesetId)}
      </p>
      {created > 0 && <p>{text.drafts}</p>}
    </div>
  );
}

function UndoForm({ view, typedReason }: Pick<Props, 'view' | 'typedReason'>) {
  const { visit, job } = view;
  const text = RESULT_TEXT[visit.lang];
  return (
    <>
      <h2>{text.undo}</h2>
      <p>{text.undoLead}</p>
      <form class="stack" action={addressOf(job, 'hoan-tac')} method="post">
        <JobFields view={view} />
        <p class="field">
          <label for="reason">{text.reason}</label>
          <input id="reason" name="ly-do" required maxLength={2_000} value={typedReason} />
        </p>
        <label class="choice">
          <input type="checkbox" name="xac-nhan" value="1" required />
          <span>{text.confirm}</span>
        </label>
        <p>
          <button type="submit">{text.submit}</button>
        </p>
      </form>
    </>
  );
}

import { type ImportState, isRunning, type statesOfCreated } from '#modules/exchange/index.ts';
import type { RecordStandard } from '#modules/standards/index.ts';
import type { Lang, LocalizedText } from '#platform/i18n/index.ts';
import { ADDRESSES } from '#web/layout/index.ts';
import { addressOf, JobFields, JobFrame, type JobView } from './job-frame.tsx';
import { Progress } from './progress.tsx';
import { PublicationUndoForm, PublishForm } from './publication-forms.tsx';
import { type RowsView, RowTable } from './row-table.tsx';
import { numberIn } from './words.ts';

const RUNNING: Partial<Record<ImportState, LocalizedText>> = {
  committing: {
    vi: 'Đang ghi vào sổ đăng ký. Nếu máy dừng giữa chừng, lần chạy sau làm tiếp; không có gì được ghi nửa chừng.',
    en: 'The rows are being written to the registry. If the machine stops, the next start goes on; nothing is left half written.',
  },
  publishing: {
    vi: 'Đang kiểm tra và công bố các hồ sơ nháp.',
    en: 'The drafts are being checked and published.',
  },
  unpublishing: {
    vi: 'Đang đưa các hồ sơ về bản nháp.',
    en: 'The records are being turned back into drafts.',
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
    drafts: (n: string) => `${n} hồ sơ mới là bản nháp: chỉ hiện trên cổng công khai sau khi được công bố.`,
    published: (n: string) =>
      `${n} hồ sơ mới đã được công bố; kết quả tìm kiếm và bản đồ có chúng sau ít giây.`,
    list: 'Xem trong kết quả tìm kiếm',
    map: 'Xem trên bản đồ',
    records: 'Các hồ sơ của lần nhập',
    undo: 'Hoàn tác lần nhập',
    undoLead:
      'Mọi giá trị trở về như trước lần nhập và các hồ sơ mới được thu hồi. Nếu hồ sơ nào đã được sửa sau đó, việc hoàn tác bị từ chối và nêu rõ hồ sơ ấy.',
    reason: 'Lý do hoàn tác',
    confirm: 'Tôi hiểu rằng cả lần nhập sẽ được hoàn tác',
    submit: 'Hoàn tác',
    mustGiveReason: 'Hãy ghi lý do hoàn tác việc công bố.',
    mustConfirm: 'Hãy ghi lý do và đánh dấu xác nhận rồi bấm Hoàn tác lần nữa.',
  },
  en: {
    title: 'Result',
    written: (created: string, updated: string) => `${created} records were created and ${updated} updated.`,
    changeset: (id: number) => `Changeset ${id}.`,
    undone: 'This import was undone: every value is as it was before, and the new records were withdrawn.',
    undoneBy: (id: number) => `Undone by changeset ${id}.`,
    discarded: 'This import was given up; the file was deleted and nothing was written.',
    drafts: (n: string) =>
      `${n} new records are drafts: the public portal shows them once they are published.`,
    published: (n: string) => `${n} new records are published; search and map have them after a few seconds.`,
    list: 'See them among the search results',
    map: 'See them on the map',
    records: 'Records of this import',
    undo: 'Undo the import',
    undoLead:
      'Every value goes back to what it was before, and the new records are withdrawn. Where a record was edited since, the undo is refused and names it.',
    reason: 'Why it is undone',
    confirm: 'I understand that the whole import is undone',
    submit: 'Undo',
    mustGiveReason: 'Say why the publication is undone.',
    mustConfirm: 'Give the reason, tick the confirmation, and press Undo once more.',
  },
};

type FreshStates = Awaited<ReturnType<typeof statesOfCreated>>;

interface Props {
  view: JobView;
  standard: RecordStandard;
  rows: RowsView | undefined;
  /** The changeset that took the import back, by whatever way. */
  undoneBy: number | null;
  /** How many of its new records are in which state now. */
  fresh: FreshStates;
  /** A publication of its drafts that can be taken back. */
  publication: number | null;
  typedReason: string;
}

export function ResultPage({ view, standard, rows, undoneBy, fresh, publication, typedReason }: Props) {
  const { visit, job } = view;
  const { lang } = visit;
  const text = RESULT_TEXT[lang];
  const running = RUNNING[job.state];
  const isLive = job.state === 'committed' && job.changesetId !== null && undoneBy === null;
  return (
    <JobFrame view={view} step="ket-qua" title={text.title}>
      {running ? (
        <Progress job={job} lang={lang} step="ket-qua" what={running} />
      ) : (
        <Conclusion view={view} undoneBy={undoneBy} fresh={fresh} />
      )}
      {isLive && (fresh.draft ?? 0) > 0 && <PublishForm view={view} drafts={fresh.draft ?? 0} />}
      {rows && !isRunning(job) && (
        <>
          <h2>{text.records}</h2>
          <RowTable lang={lang} address={addressOf(job, 'ket-qua')} standard={standard} view={rows} />
        </>
      )}
      {isLive && publication !== null && <PublicationUndoForm view={view} />}
      {isLive && publication === null && <UndoForm view={view} typedReason={typedReason} />}
    </JobFrame>
  );
}

function Conclusion({ view: { visit, job }, undoneBy, fresh }: Pick<Props, 'view' | 'undoneBy' | 'fresh'>) {
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
      <Fresh lang={lang} kind={job.kind} fresh={fresh} />
    </div>
  );
}

function Fresh({ lang, kind, fresh }: { lang: Lang; kind: string; fresh: FreshStates }) {
  const text = RESULT_TEXT[lang];
  const { draft = 0, published = 0 } = fresh;
  const found = `${ADDRESSES.search[lang]}?kind=${kind}&sort=newest`;
  return (
    <>
      {draft > 0 && <p>{text.drafts(numberIn(lang, draft))}</p>}
      {published > 0 && (
        <p>
          {text.published(numberIn(lang, published))} <a href={found}>{text.list}</a> ·{' '}
          <a href={`${found}&view=map`}>{text.map}</a>
        </p>
      )}
    </>
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

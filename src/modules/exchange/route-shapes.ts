import Type from 'typebox';
import { meaning, type Refusal } from '#platform/http/index.ts';
import type { LocalizedText } from '#platform/i18n/index.ts';

const LOCALIZED = Type.Object({ vi: Type.String(), en: Type.String() });
const orNull = <Schema extends Parameters<typeof Type.Array>[0]>(schema: Schema) =>
  Type.Union([schema, Type.Null()]);
const COUNTS = Type.Record(Type.String(), Type.Integer());

/** An import as programs see it. */
export const IMPORT = Type.Object({
  id: Type.Integer(),
  fileName: Type.String(),
  fileBytes: Type.Integer(),
  fileDigest: Type.String({ description: 'SHA-256, hexadecimal' }),
  kind: Type.String(),
  format: Type.String(),
  mapping: Type.Object({}, { description: 'How the columns are read; the same as a mapping file' }),
  inspection: Type.Object({}, { description: 'What the first rows tell: encoding, columns, samples' }),
  profile: orNull(Type.String()),
  state: Type.String({
    description:
      'uploaded, checking, checked, refused, committing, committed, publishing, unpublishing, undoing, undone, failed or discarded',
  }),
  revision: Type.Integer({ description: 'Give it with every change' }),
  progress: Type.Integer({ description: 'Percent' }),
  checked: orNull(
    Type.Object({
      counts: COUNTS,
      digest: Type.String(),
      repeats: orNull(Type.Integer({ description: 'The changeset of this very file' })),
      unmatched: Type.Array(Type.Object({}), { description: 'Words that no list of terms knows' }),
      lacking: Type.Optional(
        Type.Array(Type.Object({ field: Type.String(), label: LOCALIZED, rows: Type.Integer() }), {
          description: 'Fields that rows were rejected for the lack of',
        }),
      ),
      warnings: Type.Optional(
        Type.Array(LOCALIZED, { description: 'What was read, but may not be what was meant' }),
      ),
      conversions: Type.Optional(
        Type.Array(Type.Object({}), { description: 'Texts of a legacy encoding, before and after' }),
      ),
      aside: Type.Optional(
        orNull(
          Type.Object({ count: Type.Integer(), text: LOCALIZED }, { description: 'Rows that are no data' }),
        ),
      ),
    }),
  ),
  refusal: orNull(Type.Array(LOCALIZED)),
  skipRejected: Type.Boolean(),
  reason: Type.String(),
  changesetId: orNull(Type.Integer()),
  undoReason: Type.String(),
  undoChangesetId: orNull(Type.Integer()),
  publications: Type.Array(Type.Integer(), {
    description: 'Changesets that published its drafts, those taken back since included',
  }),
  createdAt: Type.String({ format: 'date-time' }),
  updatedAt: Type.String({ format: 'date-time' }),
});

export const ROW = Type.Object({
  place: Type.Integer(),
  line: Type.Integer(),
  outcome: Type.String(),
  pid: Type.String({ description: 'Empty for a record that is not made yet' }),
  problems: Type.Array(
    Type.Object({
      code: Type.String(),
      column: Type.String(),
      pointer: Type.String(),
      problem: LOCALIZED,
      advice: LOCALIZED,
    }),
  ),
  changes: Type.Array(Type.Object({ column: Type.String(), before: Type.String(), after: Type.String() })),
  cells: Type.Array(Type.String(), { description: 'Of rejected rows only' }),
});

/** Part of every change. */
export const SEEN = {
  revision: Type.Integer(meaning('bản đã xem', 'the `revision` that was read', { minimum: 1 })),
};

export const BAD_PAGE: Refusal = {
  kind: 'invalid',
  issues: [
    {
      pointer: '/query/after',
      code: 'wrong-page',
      message: {
        vi: 'Giá trị after không thuộc danh sách này. Hãy dùng đúng giá trị next của trang trước.',
        en: 'This after does not belong to this list. Use the next of the page before.',
      },
    },
  ],
};

export const TEXTS = {
  empty: { vi: 'Tệp không có nội dung. Hãy kiểm tra lại tệp.', en: 'The file is empty. Check it.' },
  'unknown-format': {
    vi: 'Chưa đọc được loại tệp này. Hãy lưu lại thành .xlsx hoặc CSV UTF-8.',
    en: 'Files of this type cannot be read. Save it as .xlsx or CSV UTF-8.',
  },
  'unknown-kind': {
    vi: 'Không có loại hồ sơ này. Các loại có ở /api/v1/standards.',
    en: 'There is no such kind of record. The kinds are at /api/v1/standards.',
  },
  'has-rejected': {
    vi: 'Có dòng bị từ chối. Hãy sửa các dòng đó, hoặc gửi skipRejected: true để chỉ nhập dòng đúng.',
    en: 'There are rejected rows. Correct them, or send skipRejected: true to import the good rows only.',
  },
  'nothing-to-write': {
    vi: 'Không có dòng nào để ghi: mọi thứ đã có trong sổ đăng ký hoặc bị từ chối.',
    en: 'No row is to be written: everything is there already or was rejected.',
  },
  stale: {
    vi: 'Lần nhập đã thay đổi từ bản bạn xem, hoặc đang ở trạng thái không cho phép việc này. Hãy đọc lại rồi gửi lại.',
    en: 'The import has changed since you read it, or its state does not allow this. Read it again and send anew.',
  },
} satisfies Record<string, LocalizedText>;

import type { LocalizedText } from '#platform/i18n/index.ts';
import type { Issue } from './outcome.ts';

type Words = Readonly<Record<string, string | number>>;

/** What was wrong with an operation, and what to do next. Texts with `{name}` are filled from the parameters. */
const ISSUES = {
  'not-an-object': {
    vi: 'Nội dung bản ghi phải là một đối tượng JSON có “standard” và “fields”.',
    en: 'The body of a record must be a JSON object with “standard” and “fields”.',
  },
  'unstorable-text': {
    vi: 'Văn bản chứa ký tự không lưu được ({reason}). Hãy xóa ký tự đó rồi gửi lại.',
    en: 'The text holds a character that cannot be stored ({reason}). Remove it and send again.',
  },
  'unknown-standard': {
    vi: 'Không có chuẩn “{given}”. Hãy dùng một chuẩn đang có trong danh mục chuẩn.',
    en: 'There is no standard “{given}”. Use one from the list of standards.',
  },
  'other-kind': {
    vi: 'Bản ghi thuộc loại “{kind}” không thể theo chuẩn “{given}”. Hãy dùng chuẩn của đúng loại.',
    en: 'A record of kind “{kind}” cannot follow the standard “{given}”. Use a standard of its kind.',
  },
  'bad-pid': {
    vi: '“{given}” không phải mã định danh hợp lệ: ký tự kiểm tra không khớp. Hãy đối chiếu lại với nguồn.',
    en: '“{given}” is no valid identifier: its check character does not match. Compare it with the source.',
  },
  'repeated-ref': {
    vi: 'Tên tạm “{given}” được dùng hai lần trong cùng một gói thay đổi. Hãy đặt tên khác.',
    en: 'The local name “{given}” is used twice in one changeset. Choose another.',
  },
  'reason-missing': {
    vi: 'Phải nêu lý do: lý do được ghi lại và, khi thu hồi, hiện trên trang của bản ghi.',
    en: 'A reason is needed: it is recorded and, for a withdrawal, shown on the page of the record.',
  },
  'unknown-relation-type': {
    vi: 'Không có loại quan hệ “{given}”. Hãy chọn trong danh mục relation-type.',
    en: 'There is no relation type “{given}”. Choose one from the list relation-type.',
  },
  'relation-to-itself': {
    vi: 'Một bản ghi không thể có quan hệ với chính nó. Hãy chọn bản ghi khác.',
    en: 'A record cannot be related to itself. Choose another record.',
  },
  'relation-kind': {
    vi: 'Quan hệ “{code}” không nhận loại “{given}” ở đầu này; được phép: {allowed}.',
    en: 'The relation “{code}” does not take the kind “{given}” at this end; allowed: {allowed}.',
  },
  'circular-relation': {
    vi: 'Quan hệ này khép thành vòng: {path}. Hãy bỏ một mắt trong vòng rồi thử lại.',
    en: 'This relation closes a circle: {path}. Remove one link of it and try again.',
  },
  'bad-key': {
    vi: '“{given}” không dùng làm khóa được: chỉ chữ thường không dấu, chữ số và gạch nối, tối đa 120 ký tự.',
    en: '“{given}” cannot be a key: lower-case ASCII letters, digits and hyphens only, at most 120 characters.',
  },
  empty: { vi: 'Không được để trống. Hãy điền giá trị.', en: 'This must not be empty. Enter a value.' },
  'unknown-code': {
    vi: 'Danh mục “{scheme}” không có mã “{given}”. Hãy dùng một mã có trong danh mục.',
    en: 'The list “{scheme}” has no code “{given}”. Use a code of the list.',
  },
  'impossible-date': {
    vi: '“{given}” không phải ngày có thật dạng NĂM-THÁNG-NGÀY. Hãy kiểm tra lại.',
    en: '“{given}” is no existing day in the form YEAR-MONTH-DAY. Check it.',
  },
  'latest-before-earliest': {
    vi: 'Ngày muộn nhất đứng trước ngày sớm nhất. Hãy đổi lại hai ngày.',
    en: 'The latest day comes before the earliest. Swap the two days.',
  },
  'act-of-what': {
    vi: 'Hành vi “{act}” phải chỉ rõ quyết định xếp hạng, ghi danh hay công nhận nào bị tác động.',
    en: 'The act “{act}” must name the designation that it acts upon.',
  },
  'act-of-nothing': {
    vi: 'Lần xếp hạng, ghi danh hay công nhận đầu tiên không tác động lên hành vi nào trước đó. Hãy bỏ “of”.',
    en: 'A first designation acts upon no earlier one. Leave “of” out.',
  },
  'act-not-possible': {
    vi: 'Hành vi “{act}” không áp dụng được cho một hành vi “{of}”.',
    en: 'The act “{act}” cannot follow an act “{of}”.',
  },
  'no-members': {
    vi: 'Phải có ít nhất một bản ghi mà quyết định nói tới.',
    en: 'At least one record that the decision speaks of is needed.',
  },
  'not-a-member': {
    vi: 'Bản ghi {pid} không có trong quyết định bị tác động, nên không thể đính chính hay thu hồi ở đó.',
    en: 'Record {pid} is not part of the act concerned, so it cannot be corrected or revoked there.',
  },
  'bad-alias': {
    vi: 'Mã khác phải có hệ mã (chữ thường, chữ số, gạch nối) và giá trị dài 1–500 ký tự.',
    en: 'An alias needs a scheme (lower-case letters, digits, hyphens) and a value of 1–500 characters.',
  },
} as const satisfies Record<string, LocalizedText>;

export type IssueCode = keyof typeof ISSUES;

export function issue(pointer: string, code: IssueCode, words: Words = {}): Issue {
  return { pointer, code, message: filled(ISSUES[code], words) };
}

/** What stands in the way of an operation that is otherwise right. */
const CONFLICTS = {
  'key-reused': {
    vi: 'Khóa này đã dùng cho một yêu cầu khác. Chưa có gì được ghi; hãy gửi lại với khóa mới.',
    en: 'This key was used for another request. Nothing was written; send it again with a new key.',
  },
  'illegal-transition': {
    vi: 'Bản ghi đang ở trạng thái “{from}” nên không chuyển sang “{to}” được; có thể chuyển sang: {allowed}.',
    en: 'The record is “{from}” and cannot become “{to}”; it can become: {allowed}.',
  },
  'pid-taken': {
    vi: 'Mã định danh {pid} đã thuộc về một bản ghi khác.',
    en: 'The identifier {pid} already belongs to another record.',
  },
  'starter-key-taken': {
    vi: 'Khóa dữ liệu khởi tạo “{key}” đã thuộc về một bản ghi khác.',
    en: 'The starter key “{key}” already belongs to another record.',
  },
  'alias-taken': {
    vi: 'Mã {scheme}:{value} đã thuộc về bản ghi {pid}. Hãy bỏ mã ở bản ghi đó trước, hoặc gộp hai bản ghi.',
    en: 'The alias {scheme}:{value} already belongs to record {pid}. Remove it there first, or merge the two.',
  },
  'decision-exists': {
    vi: 'Đã có quyết định “{key}” với nội dung khác. Hãy kiểm tra số, ngày và cơ quan ban hành.',
    en: 'There is a decision “{key}” with other content. Check number, date and issuer.',
  },
  'designation-exists': {
    vi: 'Đã có hành vi mang khóa “{key}”. Hãy dùng khóa khác hoặc ghi một lần đính chính.',
    en: 'There is an act with the key “{key}”. Use another key, or enter a correction.',
  },
  'designation-in-use': {
    vi: 'Hành vi này còn bị hành vi khác tác động. Hãy hủy hành vi sau trước.',
    en: 'Another act refers to this one. Take back the later act first.',
  },
  'record-merged': {
    vi: 'Bản ghi này đã được gộp vào {pid}. Hãy sửa bản ghi đó.',
    en: 'This record was merged into {pid}. Edit that one.',
  },
  'record-withdrawn': {
    vi: 'Bản ghi {pid} đã bị thu hồi nên không dùng ở đây được.',
    en: 'Record {pid} was withdrawn and cannot be used here.',
  },
  'merge-with-itself': {
    vi: 'Không thể gộp một bản ghi vào chính nó.',
    en: 'A record cannot be merged into itself.',
  },
  'merge-of-kinds': {
    vi: 'Không thể gộp hai bản ghi khác loại ({from} và {into}).',
    en: 'Records of different kinds ({from} and {into}) cannot be merged.',
  },
  'already-reverted': {
    vi: 'Gói thay đổi này đã được hoàn tác. Muốn làm lại, hãy hoàn tác chính lần hoàn tác đó.',
    en: 'This changeset is reverted already. To redo it, revert that revert.',
  },
  'later-edits': {
    vi: 'Không hoàn tác được vì đã có thay đổi sau đó ở {count} nơi: {names}. Hãy hoàn tác các thay đổi sau trước.',
    en: 'It cannot be reverted, because {count} things were changed later: {names}. Revert the later changes first.',
  },
} as const satisfies Record<string, LocalizedText>;

export type ConflictCode = keyof typeof CONFLICTS;

type Conflict = { kind: 'conflict'; code: ConflictCode; message: LocalizedText; records: string[] };

export function conflict(code: ConflictCode, words: Words = {}, records: readonly string[] = []): Conflict {
  return { kind: 'conflict', code, message: filled(CONFLICTS[code], words), records: [...records] };
}

function filled(text: LocalizedText, words: Words): LocalizedText {
  const fill = (template: string) =>
    template.replace(/\{(\w+)\}/g, (whole, name: string) => String(words[name] ?? whole));
  return { vi: fill(text.vi), en: fill(text.en) };
}

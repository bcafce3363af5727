import type { LocalizedLabel } from './schema.ts';

type L = LocalizedLabel;

const say = (vi: string, en: string): L => ({ vi, en });
const list = (values: readonly unknown[]) => values.slice(0, 12).map(String).join(', ');

/**
 * Every message of the standards module, by issue code. Each says what is wrong and how to mend it; the
 * pointer beside it says where. Parameters are data of the reader's own record, never internals.
 */
export const MESSAGES = {
  'not-an-object': () => say('Phải là một đối tượng JSON.', 'This must be a JSON object.'),
  'unknown-standard': (p: { given: string }) =>
    say(
      `Không có tiêu chuẩn “${p.given}”. Hãy ghi theo dạng loại@phiên bản của một tiêu chuẩn đã công bố, ví dụ monument@1.0.`,
      `There is no standard “${p.given}”. Write kind@version of a published standard, for example monument@1.0.`,
    ),
  'unknown-field': (p: { field: string; standard: string }) =>
    say(
      `Tiêu chuẩn ${p.standard} không có trường “${p.field}”. Hãy bỏ trường này hoặc sửa lại mã trường.`,
      `Standard ${p.standard} has no field “${p.field}”. Remove it or correct the field id.`,
    ),
  'unknown-property': (p: { property: string }) =>
    say(
      `Thuộc tính “${p.property}” không được dùng ở đây. Hãy bỏ đi hoặc kiểm tra lại chính tả.`,
      `Property “${p.property}” is not used here. Remove it or check its spelling.`,
    ),
  'missing-property': (p: { property: string }) =>
    say(`Thiếu “${p.property}”. Hãy bổ sung.`, `“${p.property}” is missing. Please add it.`),
  'wrong-type': (p: { expected: L }) =>
    say(
      `Sai kiểu dữ liệu: ở đây cần ${p.expected.vi}.`,
      `Wrong type of data: ${p.expected.en} is needed here.`,
    ),
  'not-allowed': (p: { allowed: readonly unknown[] }) =>
    say(
      `Giá trị không nằm trong các giá trị cho phép: ${list(p.allowed)}.`,
      `The value is not one of the allowed values: ${list(p.allowed)}.`,
    ),
  'wrong-form': (p: { hint: L }) =>
    say(`Không đúng dạng quy định: ${p.hint.vi}.`, `Not in the required form: ${p.hint.en}.`),
  empty: () => say('Không được để trống.', 'This must not be empty.'),
  'too-short': (p: { limit: number }) =>
    say(
      `Quá ngắn: cần ít nhất ${p.limit} ký tự. Hãy viết đầy đủ hơn.`,
      `Too short: at least ${p.limit} characters are needed. Please write more.`,
    ),
  'too-long': (p: { limit: number }) =>
    say(
      `Quá dài: tối đa ${p.limit} ký tự. Hãy rút gọn.`,
      `Too long: at most ${p.limit} characters are allowed. Please shorten it.`,
    ),
  'too-few': (p: { limit: number }) =>
    say(`Cần ít nhất ${p.limit} mục.`, `At least ${p.limit} items are needed.`),
  'too-many': (p: { limit: number }) =>
    say(
      `Chỉ được nhập tối đa ${p.limit} mục. Hãy giữ mục đúng nhất và bỏ các mục còn lại.`,
      `At most ${p.limit} may be given. Keep the right one and remove the others.`,
    ),
  'out-of-range': (p: { min: string | undefined; max: string | undefined }) =>
    say(
      `Giá trị nằm ngoài khoảng cho phép (${p.min ?? '…'} – ${p.max ?? '…'}). Hãy kiểm tra lại số liệu.`,
      `The value is outside the allowed range (${p.min ?? '…'} – ${p.max ?? '…'}). Please check the figure.`,
    ),
  'value-or-absence': () =>
    say(
      'Mỗi mục phải có hoặc giá trị (value) hoặc lý do vắng (absent), không được có cả hai hay thiếu cả hai.',
      'Each statement needs either a value or an absence (absent), not both and not neither.',
    ),
  'wrong-alternative': () =>
    say(
      'Giá trị không khớp với dạng nào được chấp nhận ở đây. Hãy xem lại tiêu chuẩn của trường.',
      'The value matches none of the forms accepted here. See the standard of this field.',
    ),
  'duplicate-id': (p: { id: string }) =>
    say(
      `Mã mục “${p.id}” bị dùng hai lần trong hồ sơ. Hãy đặt mã khác cho một trong hai mục.`,
      `Statement id “${p.id}” is used twice in this record. Give one of the two another id.`,
    ),
  'duplicate-value': (p: { label: L }) =>
    say(
      `“${p.label.vi}” bị nhập trùng. Hãy bỏ mục trùng.`,
      `“${p.label.en}” holds the same value twice. Remove the duplicate.`,
    ),
  'missing-mandatory': (p: { label: L; stage: L }) =>
    say(
      `Chưa có “${p.label.vi}”, thông tin bắt buộc ${p.stage.vi}. Hãy nhập, hoặc ghi rõ lý do chưa có.`,
      `“${p.label.en}” is missing and mandatory ${p.stage.en}. Fill it in, or state why there is none.`,
    ),
  'missing-recommended': (p: { label: L }) =>
    say(
      `Nên bổ sung “${p.label.vi}” để hồ sơ đầy đủ hơn.`,
      `Consider adding “${p.label.en}” to make the record more complete.`,
    ),
  'contradictory-absence': (p: { label: L }) =>
    say(
      `“${p.label.vi}” vừa có giá trị vừa ghi là không có. Hãy bỏ một trong hai.`,
      `“${p.label.en}” has a value and is also marked as having none. Remove one of the two.`,
    ),
  'missing-language': (p: { label: L }) =>
    say(
      `Chưa ghi ngôn ngữ của “${p.label.vi}”. Hãy ghi mã ngôn ngữ vào “lang”, ví dụ vi hoặc en.`,
      `The language of “${p.label.en}” is not given. Put a language code in “lang”, for example vi or en.`,
    ),
  'unknown-code': (p: { code: string; list: string; label: L }) =>
    say(
      `Mã “${p.code}” không có trong danh mục ${p.list} của trường “${p.label.vi}”. Hãy chọn một mã trong danh mục.`,
      `Code “${p.code}” is not in list ${p.list} used by “${p.label.en}”. Choose a code of that list.`,
    ),
  'unknown-kind': (p: { kind: string; allowed: readonly string[] }) =>
    say(
      `Trường này không liên kết tới hồ sơ loại “${p.kind}”; chỉ nhận: ${list(p.allowed)}.`,
      `This field does not refer to records of kind “${p.kind}”; it takes: ${list(p.allowed)}.`,
    ),
  'wrong-pattern': (p: { label: L; message: L | undefined; example: string | undefined }) =>
    p.message ??
    say(
      `“${p.label.vi}” chưa đúng dạng quy định${p.example ? `, ví dụ: ${p.example}` : ''}.`,
      `“${p.label.en}” is not in the required form${p.example ? `, for example: ${p.example}` : ''}.`,
    ),
  'before-other': (p: { label: L; other: L }) =>
    say(
      `“${p.label.vi}” sớm hơn “${p.other.vi}”. Hãy kiểm tra lại hai thời điểm.`,
      `“${p.label.en}” is earlier than “${p.other.en}”. Please check both dates.`,
    ),
  'requires-other': (p: { label: L; other: L }) =>
    say(
      `Đã nhập “${p.label.vi}” thì phải nhập cả “${p.other.vi}”.`,
      `When “${p.label.en}” is given, “${p.other.en}” is needed as well.`,
    ),
  'control-character': () =>
    say(
      'Văn bản chứa ký tự điều khiển hoặc ký tự hỏng không lưu được. Hãy xóa và gõ lại đoạn này.',
      'The text holds control or broken characters that cannot be stored. Delete and retype this part.',
    ),
  'not-nfc': () =>
    say(
      'Chữ có dấu đang ở dạng tách rời; hệ thống sẽ lưu ở dạng dựng sẵn (NFC).',
      'Accented letters are decomposed; they will be stored in composed form (NFC).',
    ),
  'impossible-date': (p: { text: string }) =>
    say(
      `“${p.text}” không phải là ngày có thật hoặc không đúng dạng EDTF. Hãy kiểm tra ngày, tháng, năm.`,
      `“${p.text}” is not a real date or not valid EDTF. Please check day, month and year.`,
    ),
  'date-order': () =>
    say(
      'Mốc sớm nhất muộn hơn mốc muộn nhất. Hãy đổi lại thứ tự hai mốc.',
      'The earliest day is later than the latest day. Please swap them.',
    ),
  'date-without-content': () =>
    say(
      'Cần ghi ngày tháng theo nguyên văn (verbatim) hoặc theo EDTF (edtf).',
      'Give the date as written in the source (verbatim) or as EDTF (edtf).',
    ),
  'impossible-day': (p: { day: string; calendar: L }) =>
    say(
      `Ngày ${p.day} không có trong ${p.calendar.vi}. Hãy kiểm tra lại tháng và ngày.`,
      `Day ${p.day} does not exist in ${p.calendar.en}. Please check month and day.`,
    ),
  'recurrence-without-day': () =>
    say(
      'Cần ghi ngày bắt đầu (start, dạng tháng-ngày) hoặc mô tả bằng lời (words).',
      'Give a start day (start, as month-day) or describe the rule in words (words).',
    ),
  'broken-geometry': (p: { message: L }) => p.message,
  'outside-vietnam': (p: { message: L }) => p.message,
  'axes-swapped': (p: { message: L }) => p.message,
  'findspot-too-precise': () =>
    say(
      'Nơi phát hiện chỉ được công khai đến cấp xã. Hãy chọn mức công khai “commune”, “province” hoặc “withheld”.',
      'A findspot is published by commune at most. Choose the public precision “commune”, “province” or “withheld”.',
    ),
  'broken-reference': (p: { text: string }) =>
    say(
      `Không tìm thấy “${p.text}” mà mục này trỏ tới. Hãy sửa cho khớp với tệp dữ liệu.`,
      `“${p.text}”, which this entry points to, does not exist. Correct it to match the data files.`,
    ),
  'wrong-place': (p: { text: string }) =>
    say(
      `Nội dung không khớp với đường dẫn tệp: cần “${p.text}”.`,
      `The content does not match the file's path: “${p.text}” is expected.`,
    ),
  'duplicate-definition': (p: { text: string }) =>
    say(`“${p.text}” được khai báo hai lần.`, `“${p.text}” is declared twice.`),
  'broken-declaration': (p: { text: L }) => p.text,
  'broken-json': (p: { text: string }) =>
    say(`Không đọc được JSON: ${p.text}.`, `This is not readable JSON: ${p.text}.`),
} as const;

export type IssueCode = keyof typeof MESSAGES;
export type MessageParameters<C extends IssueCode> = Parameters<(typeof MESSAGES)[C]>[0];

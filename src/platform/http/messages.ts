import type { Lang } from '#platform/i18n/index.ts';
import type { Refusal } from './refusal.ts';

export interface ProblemText {
  title: string;
  detail: string;
}

const vi: Record<Refusal['kind'], ProblemText> = {
  invalid: {
    title: 'Yêu cầu chưa hợp lệ',
    detail:
      'Một hoặc nhiều chỗ chưa đúng; chưa có gì được ghi. Xem từng chỗ trong danh sách, sửa rồi gửi lại.',
  },
  incomplete: {
    title: 'Hồ sơ chưa đủ để thực hiện bước này',
    detail: 'Dữ liệu đã lưu vẫn còn nguyên. Bổ sung các mục trong danh sách rồi thực hiện lại.',
  },
  unauthenticated: {
    title: 'Cần mã quản trị',
    detail: 'Thao tác ghi cần mã quản trị đúng trong tiêu đề Authorization: Bearer. Chưa có gì được ghi.',
  },
  moved: {
    title: 'Đã chuyển sang địa chỉ khác',
    detail: 'Nội dung này nay ở địa chỉ trong tiêu đề Location; địa chỉ cũ vẫn dẫn tới đó.',
  },
  forbidden: {
    title: 'Không có quyền',
    detail: 'Tài khoản này không được phép thực hiện thao tác. Chưa có gì được ghi.',
  },
  'not-found': {
    title: 'Không tìm thấy',
    detail: 'Không có nội dung công khai nào ở địa chỉ này. Kiểm tra lại mã hoặc tìm theo tên.',
  },
  gone: {
    title: 'Hồ sơ đã được rút',
    detail: 'Hồ sơ này từng công khai và đã được rút; mã định danh được giữ lại, không cấp cho hồ sơ khác.',
  },
  stale: {
    title: 'Hồ sơ đã thay đổi',
    detail:
      'Có người đã lưu bản mới hơn bản đang sửa. Chưa có gì được ghi; bản hiện hành kèm theo để đối chiếu.',
  },
  'precondition-missing': {
    title: 'Thiếu tiêu đề If-Match',
    detail: 'Gửi kèm If-Match với ETag của bản đã đọc, để không ghi đè thay đổi của người khác.',
  },
  conflict: {
    title: 'Không thực hiện được ở trạng thái hiện tại',
    detail: 'Thao tác không phù hợp với trạng thái hiện tại của hồ sơ. Chưa có gì được ghi.',
  },
  'too-large': {
    title: 'Dữ liệu gửi lên quá lớn',
    detail: 'Chia nhỏ dữ liệu rồi gửi lại; giới hạn tính bằng byte kèm theo.',
  },
  'unsupported-media': {
    title: 'Kiểu dữ liệu không được hỗ trợ',
    detail: 'Đặt tiêu đề Content-Type theo một trong các kiểu được chấp nhận.',
  },
  'too-many': {
    title: 'Quá nhiều yêu cầu',
    detail: 'Chờ hết thời gian trong tiêu đề Retry-After rồi thử lại.',
  },
  busy: { title: 'Hệ thống đang bận', detail: 'Chưa có gì được ghi. Thử lại sau ít giây.' },
  'too-slow': {
    title: 'Yêu cầu mất quá nhiều thời gian',
    detail:
      'Hệ thống đã thôi chờ kết quả. Thu hẹp yêu cầu rồi thử lại; với thao tác ghi, đọc lại hồ sơ trước, hoặc gửi lại với cùng Idempotency-Key.',
  },
  failed: {
    title: 'Lỗi của hệ thống',
    detail: 'Yêu cầu chưa được thực hiện. Gửi mã tham chiếu cho đơn vị vận hành nếu lỗi lặp lại.',
  },
};

const en: typeof vi = {
  invalid: {
    title: 'The request is not valid',
    detail:
      'One or more places are wrong; nothing was written. Mend each place in the list and send it again.',
  },
  incomplete: {
    title: 'The record is not complete enough for this step',
    detail: 'What was saved is untouched. Fill in the listed fields and try again.',
  },
  unauthenticated: {
    title: 'Administrator token needed',
    detail:
      'Writing needs the right administrator token in the header Authorization: Bearer. Nothing was written.',
  },
  moved: {
    title: 'Moved to another address',
    detail: 'This is now found at the address in the Location header; the old address keeps leading there.',
  },
  forbidden: { title: 'Not allowed', detail: 'This account may not do that. Nothing was written.' },
  'not-found': {
    title: 'Not found',
    detail: 'There is nothing public at this address. Check the identifier or search by name.',
  },
  gone: {
    title: 'The record was withdrawn',
    detail:
      'This record was public and has been withdrawn; its identifier is kept and never given to another record.',
  },
  stale: {
    title: 'The record has changed',
    detail:
      'Somebody saved a newer version than the one you edited. Nothing was written; the current state is enclosed.',
  },
  'precondition-missing': {
    title: 'If-Match header missing',
    detail: 'Send If-Match with the ETag of the version you read, so that nobody’s change is overwritten.',
  },
  conflict: {
    title: 'Not possible in the current state',
    detail: 'The act does not fit the current state of the record. Nothing was written.',
  },
  'too-large': {
    title: 'Too much data',
    detail: 'Split the data and send it again; the limit in bytes is enclosed.',
  },
  'unsupported-media': {
    title: 'Media type not supported',
    detail: 'Set Content-Type to one of the accepted types.',
  },
  'too-many': {
    title: 'Too many requests',
    detail: 'Wait for the time in the Retry-After header, then try again.',
  },
  busy: { title: 'The system is busy', detail: 'Nothing was written. Try again in a few seconds.' },
  'too-slow': {
    title: 'The request took too long',
    detail:
      'The answer was not waited for. Ask for less and try again; after a write, read the record first, or send it again with the same Idempotency-Key.',
  },
  failed: {
    title: 'A fault of the system',
    detail: 'The request was not carried out. Give the reference code to the operator if it happens again.',
  },
};

export const problemTexts: Record<Lang, Record<Refusal['kind'], ProblemText>> = { vi, en };

import type { ContentOf } from '../content.ts';

export const contributeText: ContentOf = {
  vi: ({ operator }) => ({
    title: 'Góp ý, đính chính',
    lead: 'Ai cũng có thể chỉ ra chỗ sai hoặc thiếu. Mỗi góp ý cần đủ bốn điều dưới đây để người phụ trách kiểm tra được.',
    sections: [
      {
        title: 'Góp ý cần có gì',
        list: [
          'Mã ARK và số phiên bản của hồ sơ (ở cuối trang hồ sơ, và trên bản in).',
          'Trường cần sửa, nội dung hiện có và nội dung bạn đề nghị.',
          'Nguồn: số quyết định, tên sách và trang, hồ sơ lưu trữ, ảnh bia, hoặc lời kể của ai, ở đâu, ngày nào.',
          'Tên bạn muốn được ghi công, hoặc yêu cầu không nêu tên.',
        ],
      },
      {
        title: 'Gửi đi đâu',
        paragraphs: [
          operator === null
            ? 'Bản cài đặt thử nghiệm chưa nhận góp ý. Biểu mẫu trực tuyến mở cùng với tài khoản người dùng; từ nay đến đó, hãy gửi bằng văn bản tới cơ quan quản lý di sản nơi có di sản và giữ lại một bản.'
            : `Biểu mẫu trực tuyến mở cùng với tài khoản người dùng. Từ nay đến đó, hãy gửi bằng văn bản hoặc thư điện tử tới ${operator}.`,
        ],
      },
      {
        title: 'Góp ý được xử lý thế nào',
        list: [
          'Người phụ trách đối chiếu nguồn; mục tiêu là trả lời trong 10 ngày làm việc.',
          'Nội dung được nhận trở thành một phiên bản mới, ghi lý do và nguồn; phiên bản cũ vẫn xem được.',
          'Nội dung chưa đủ chắc được ghi là “có lẽ” hoặc “có thể”, hoặc được giữ lại chờ nguồn khác.',
        ],
      },
      {
        title: 'Trước khi gửi ảnh và bản ghi',
        paragraphs: [
          'Hệ thống chưa nhận tệp. Khi nhận, bạn sẽ chọn giấy phép và cách ghi công; ảnh, lời kể có người khác cần sự đồng ý của họ, và nghi lễ kín cần sự đồng ý của cộng đồng.',
        ],
      },
    ],
  }),
  en: ({ operator }) => ({
    title: 'Send a correction',
    lead: 'Anybody can point out what is wrong or missing. A correction needs the four things below so that it can be checked.',
    sections: [
      {
        title: 'What a correction needs',
        list: [
          'The ARK and the version number of the record (at the end of its page, and on the printout).',
          'The field, what it says now, and what you propose.',
          'The source: decision number, book and page, archival file, photograph of the stele, or who told it, where and when.',
          'The name under which you want to be credited, or that you do not want to be named.',
        ],
      },
      {
        title: 'Where to send it',
        paragraphs: [
          operator === null
            ? 'This test installation takes no corrections yet. The online form opens together with user accounts; until then write to the heritage authority of the place and keep a copy.'
            : `The online form opens together with user accounts. Until then write to ${operator} by letter or e-mail.`,
        ],
      },
      {
        title: 'What happens to it',
        list: [
          'The person in charge compares the source; the aim is an answer within 10 working days.',
          'What is accepted becomes a new version with its reason and source; the old version can still be read.',
          'What is not certain enough is marked “probably” or “possibly”, or kept until another source is found.',
        ],
      },
      {
        title: 'Before you send pictures and recordings',
        paragraphs: [
          'Files cannot be taken yet. When they can, you choose licence and credit; pictures and accounts of other people need their consent, and closed rites need that of the community.',
        ],
      },
    ],
  }),
};

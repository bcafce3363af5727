import type { ContentOf } from '../content.ts';

export const contactText: ContentOf = {
  vi: ({ operator }) => ({
    title: 'Liên hệ',
    lead:
      operator === null
        ? 'Đây là bản cài đặt thử nghiệm, chưa có đơn vị vận hành chịu trách nhiệm về nội dung.'
        : `Đơn vị vận hành và chịu trách nhiệm: ${operator}.`,
    sections: [
      {
        title: 'Hỏi về nội dung một hồ sơ',
        paragraphs: [
          operator === null
            ? 'Bản thử nghiệm không có hộp thư nhận câu hỏi. Để biết thông tin chính thức, hãy hỏi cơ quan quản lý di sản nơi có di sản (sở phụ trách văn hóa của tỉnh, thành phố, hoặc bảo tàng lưu giữ), kèm số quyết định ghi trên hồ sơ.'
            : `Gửi câu hỏi tới ${operator}, kèm mã ARK và số phiên bản ghi ở cuối hồ sơ.`,
        ],
        links: [{ label: 'Góp ý, đính chính', href: '/vi/gop-y' }],
      },
      {
        title: 'Báo lỗi của trang',
        paragraphs: [
          'Trang lỗi có mã tham chiếu; kèm mã đó để người vận hành tìm đúng lượt truy cập trong nhật ký.',
        ],
      },
      {
        title: 'Trường hợp khẩn cấp',
        paragraphs: [
          'Phát hiện di vật, di tích bị xâm hại hoặc có nguy cơ bị hủy hoại: báo ngay Ủy ban nhân dân xã, phường, đặc khu hoặc cơ quan văn hóa gần nhất. Trang này không nhận tin khẩn.',
        ],
      },
    ],
  }),
  en: ({ operator }) => ({
    title: 'Contact',
    lead:
      operator === null
        ? 'This is a test installation; there is no operator who answers for its content.'
        : `Operated, and answered for, by ${operator}.`,
    sections: [
      {
        title: 'Questions about a record',
        paragraphs: [
          operator === null
            ? 'The test installation has no inbox. For official information ask the heritage authority of the place (the provincial department in charge of culture, or the museum that keeps the object) and quote the decision number shown on the record.'
            : `Write to ${operator} with the ARK and the version number shown at the end of the record.`,
        ],
        links: [{ label: 'Send a correction', href: '/en/contribute' }],
      },
      {
        title: 'Faults of the site',
        paragraphs: [
          'An error page shows a reference code; quote it so that the operator can find that very request in the log.',
        ],
      },
      {
        title: 'Emergencies',
        paragraphs: [
          'If you find relics, or see a monument being damaged or in danger: tell the People’s Committee of the commune, ward or special zone, or the nearest authority for culture, at once. This site does not take urgent reports.',
        ],
      },
    ],
  }),
};

import type { ContentOf } from '../content.ts';

export const aboutText: ContentOf = {
  vi: ({ operator }) => ({
    title: 'Giới thiệu',
    lead: 'Di Sản Số là sổ đăng ký số của di sản văn hóa Việt Nam: mỗi di sản một hồ sơ, mỗi hồ sơ một mã định danh lâu dài, mỗi thông tin một nguồn.',
    sections: [
      {
        title: 'Vì sao có hệ thống này',
        paragraphs: [
          'Quyết định số 2026/QĐ-TTg ngày 02/12/2021 phê duyệt Chương trình số hóa di sản văn hóa Việt Nam giai đoạn 2021–2030, với yêu cầu xây dựng cơ sở dữ liệu quốc gia về di sản văn hóa và hệ thống tiêu chuẩn dùng chung. Luật Di sản văn hóa số 45/2024/QH15 là căn cứ của các loại hồ sơ, danh mục và hành vi pháp lý ở đây.',
          operator === null
            ? 'Bản cài đặt này là bản thử nghiệm, chưa có đơn vị vận hành; dữ liệu khởi tạo chưa được cơ quan có thẩm quyền xác nhận.'
            : `Bản cài đặt này do ${operator} vận hành.`,
        ],
      },
      {
        title: 'Trong hệ thống có gì',
        list: [
          'Mười loại hồ sơ: di tích, hiện vật, di sản phi vật thể, di sản tư liệu, bảo tàng, nhân vật và tổ chức, địa điểm, sự kiện, sưu tập, nguồn.',
          'Quyết định xếp hạng, ghi danh, công nhận, và hành vi pháp lý của từng quyết định trên từng hồ sơ.',
          'Tiêu chuẩn hồ sơ, danh mục mã và từ vựng, kèm căn cứ pháp lý và ánh xạ sang chuẩn quốc tế.',
          'Đơn vị hành chính hiện nay và trước ngày 01/7/2025: tên cũ vẫn tìm được hồ sơ mới và ngược lại.',
        ],
      },
      {
        title: 'Đọc một hồ sơ thế nào',
        list: [
          '“Dữ liệu khởi tạo, chưa xác nhận” nghĩa là hồ sơ được lập từ nguồn công khai và còn chờ người có thẩm quyền đối chiếu.',
          '“Chưa biết”, “Không có”, “Chưa nhập”, “Đã tìm, chưa thấy” là bốn điều khác nhau; ô trống không được dùng thay cho chúng.',
          'Số trong ngoặc vuông dẫn tới nguồn của từng thông tin; “có lẽ” và “có thể” cho biết mức chắc chắn.',
          'Ngày theo niên hiệu, can chi và âm lịch được giữ nguyên văn, kèm khoảng ngày dương lịch và cách quy đổi.',
          'Vị trí của nơi dễ bị xâm hại chỉ công khai đến cấp xã, như nhau ở trang web, dữ liệu và bản đồ.',
        ],
      },
      {
        title: 'Mã định danh',
        paragraphs: [
          'Mỗi hồ sơ có một tên ARK với ký tự kiểm tra. Tên không bao giờ đổi chủ: hồ sơ đã gộp dẫn sang hồ sơ còn lại, hồ sơ đã rút để lại một trang nói rõ từ khi nào và vì sao.',
        ],
        links: [
          { label: 'Tiêu chuẩn dữ liệu', href: '/vi/tieu-chuan' },
          { label: 'Quyết định', href: '/vi/quyet-dinh' },
        ],
      },
    ],
  }),
  en: ({ operator }) => ({
    title: 'About',
    lead: 'Di Sản Số is the digital register of Vietnam’s cultural heritage: one record for each heritage, one lasting identifier for each record, one source for each statement.',
    sections: [
      {
        title: 'Why it exists',
        paragraphs: [
          'Decision 2026/QĐ-TTg of 2 December 2021 approved the programme for the digitization of Vietnam’s cultural heritage 2021–2030 and asks for a national database of cultural heritage and shared standards. The Law on Cultural Heritage 45/2024/QH15 is the basis of the kinds of record, the lists and the legal acts found here.',
          operator === null
            ? 'This is a test installation without an operator; its starter data have not been confirmed by a competent authority.'
            : `This installation is operated by ${operator}.`,
        ],
      },
      {
        title: 'What it holds',
        list: [
          'Ten kinds of record: monuments, artefacts, intangible heritage, documentary heritage, museums, people and organisations, places, events, collections, sources.',
          'Decisions of ranking, inscription and recognition, and what each decision did to each record.',
          'Record standards, code lists and vocabularies with their legal basis and their mapping to international standards.',
          'Administrative units of today and of the time until 30 June 2025: old names find today’s records and the other way round.',
        ],
      },
      {
        title: 'How to read a record',
        list: [
          '“Starter data, not confirmed” means that the record was compiled from public sources and waits for a person with the right to check it.',
          '“Unknown”, “None”, “Not entered” and “Looked for, not found” are four different things; an empty cell never stands for them.',
          'Numbers in square brackets lead to the source of a statement; “probably” and “possibly” say how certain it is.',
          'Dates in reign eras, sexagenary years and the lunar calendar keep their wording, with the range of days and how it was found.',
          'Locations of vulnerable places are public to the commune only, alike on pages, in data and on maps.',
        ],
      },
      {
        title: 'Identifiers',
        paragraphs: [
          'Every record has an ARK with a check character. A name never changes its owner: a merged record leads to the one that remains, a withdrawn record leaves a page that says since when and why.',
        ],
        links: [
          { label: 'Data standards', href: '/en/standards' },
          { label: 'Decisions', href: '/en/decisions' },
        ],
      },
    ],
  }),
};

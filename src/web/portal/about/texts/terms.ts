import type { ContentOf } from '../content.ts';

/** The licences of the starter data are those of data/LICENCE.md, in words. */
export const termsText: ContentOf = {
  vi: () => ({
    title: 'Điều khoản sử dụng',
    lead: 'Dữ kiện về di sản được dùng tự do khi ghi nguồn. Một số phần có giấy phép riêng, nêu dưới đây.',
    sections: [
      {
        title: 'Giá trị của thông tin',
        paragraphs: [
          'Trang này giúp tra cứu, không thay cho quyết định gốc của cơ quan có thẩm quyền. Hồ sơ ghi “chưa xác nhận” phải được đối chiếu với chính quyết định trước khi dùng cho việc pháp lý.',
        ],
      },
      {
        title: 'Giấy phép của dữ liệu khởi tạo',
        list: [
          'Tên, ngày, số quyết định, phân loại, địa chỉ, nguồn: là dữ kiện, không có quyền tác giả; phần tuyển chọn và sắp xếp của dự án theo CC0 1.0.',
          'Mã định danh và liên kết giữa các hồ sơ: CC0 1.0.',
          'Mã, tên, diện tích và thành phần sáp nhập của tỉnh, xã: MIT, © 2021 Thang Le Quoc (vietnamese-provinces-database).',
          'Tọa độ di tích và một phần bảo tàng: CC BY-SA 4.0 và ODbL 1.0, © những người đóng góp OpenStreetMap và vietnam-spacetime-encyclopedia; khi dùng lại phải ghi công và chia sẻ tương tự.',
          'Tọa độ bảo vật và đơn vị hành chính: giấy phép của nguồn chưa rõ. Các tọa độ này để riêng, đơn vị vận hành có thể bỏ đi.',
          'Tiêu chuẩn hồ sơ và danh mục mã: dùng tự do khi ghi nguồn. Từ vựng SKOS: CC0 1.0.',
          'Bản đồ khái quát các tỉnh: thuộc về công chúng (Natural Earth và CC0 1.0); không dùng để xác định địa giới.',
        ],
      },
      {
        title: 'Giấy phép của từng hồ sơ',
        paragraphs: [
          'Văn bản mô tả, hình ảnh và tệp sau này mang quyền và giấy phép riêng, ghi ngay trên hồ sơ. Chỗ chưa ghi nghĩa là chưa được đánh giá, không có nghĩa là được dùng tự do.',
        ],
      },
      {
        title: 'Tri thức của cộng đồng',
        paragraphs: [
          'Một số di sản có quy định của cộng đồng chủ thể về việc xem, chụp, ghi âm hay phổ biến. Hãy đọc mục “Đồng thuận và tiếp cận” của hồ sơ và tôn trọng quy định đó, kể cả khi pháp luật không cấm.',
        ],
      },
      {
        title: 'Dữ liệu cá nhân',
        paragraphs: [
          'Trang công khai không hiện địa chỉ riêng, liên hệ của nghệ nhân hay chủ sở hữu tư nhân. Trang không dùng cookie theo dõi; cookie duy nhất giữ cách hiển thị và ngôn ngữ bạn chọn.',
        ],
      },
      {
        title: 'Dùng bằng chương trình',
        paragraphs: [
          'API mở cho việc đọc, có giới hạn số yêu cầu mỗi phút. Hãy dẫn địa chỉ lâu dài dạng /id/… thay cho địa chỉ trang.',
        ],
        links: [{ label: 'Tài liệu API', href: '/api/v1/docs' }],
      },
    ],
  }),
  en: () => ({
    title: 'Terms of use',
    lead: 'Facts about heritage may be used freely with the source named. Some parts have licences of their own, below.',
    sections: [
      {
        title: 'What the information is worth',
        paragraphs: [
          'This site helps to find and to read; it does not take the place of the decisions of the competent authorities. A record marked “not confirmed” has to be compared with the decision itself before any legal use.',
        ],
      },
      {
        title: 'Licences of the starter data',
        list: [
          'Names, dates, decision numbers, classes, addresses, sources: facts without copyright; the project’s own selection and arrangement is CC0 1.0.',
          'Identifiers and links between records: CC0 1.0.',
          'Codes, names, areas and former units of provinces and communes: MIT, © 2021 Thang Le Quoc (vietnamese-provinces-database).',
          'Coordinates of monuments and some museums: CC BY-SA 4.0 and ODbL 1.0, © OpenStreetMap contributors and vietnam-spacetime-encyclopedia; reuse needs credit and the same licence.',
          'Coordinates of treasures and administrative units: the licence of the source is unclear. They are kept apart and an operator can leave them out.',
          'Record standards and code lists: free with the source named. SKOS vocabularies: CC0 1.0.',
          'The general map of provinces: public domain (Natural Earth, and CC0 1.0); it does not define boundaries.',
        ],
      },
      {
        title: 'Licence of each record',
        paragraphs: [
          'Descriptions, pictures and later files carry rights and licences of their own, stated on the record. Where nothing is stated the rights have not been assessed; that does not make it free.',
        ],
      },
      {
        title: 'Knowledge of communities',
        paragraphs: [
          'For some heritage its bearers have rules on seeing, photographing, recording or spreading it. Read “Consent and access” of the record and respect them, also where the law does not forbid it.',
        ],
      },
      {
        title: 'Personal data',
        paragraphs: [
          'Public pages show no private address and no contact of artisans or private owners. There are no tracking cookies; the only cookies keep the display and the language that you chose.',
        ],
      },
      {
        title: 'Use by programs',
        paragraphs: [
          'The API is open for reading, with a limit of requests per minute. Cite the permanent address /id/… rather than the address of a page.',
        ],
        links: [{ label: 'API documentation', href: '/api/v1/docs' }],
      },
    ],
  }),
};

import type { ContentOf } from '../content.ts';

/** An honest statement: what was checked and how, what is known not to work (TT 26/2020/TT-BTTTT; WCAG 2.2). */
export const accessibilityText: ContentOf = {
  vi: ({ operator, version }) => ({
    title: 'Tuyên bố trợ năng',
    lead: 'Mục tiêu là mọi người dùng được mọi trang, bằng bàn phím, trình đọc màn hình, chữ phóng to hay không có JavaScript.',
    sections: [
      {
        title: 'Chuẩn áp dụng và mức đạt',
        paragraphs: [
          'Trang theo Thông tư 26/2020/TT-BTTTT và nhắm tới mức AA của WCAG 2.2; độ tương phản của chữ nội dung đạt mức AAA.',
          `Kết luận cho phiên bản ${version}: đạt một phần. Lý do nằm ở mục “Điều chưa làm được”.`,
        ],
      },
      {
        title: 'Đã kiểm tra thế nào',
        list: [
          'Kiểm tra tự động bằng axe trên trang chủ, tìm kiếm, hồ sơ, quyết định, tiêu chuẩn, giới thiệu và trang lỗi, ở nền sáng và tối, trong mỗi lần chạy kiểm thử của phần mềm.',
          'Dùng bàn phím qua các trang trên; hiển thị ở bề ngang 320 điểm ảnh và chữ phóng to 200 %.',
          'Tự đánh giá; chưa có đánh giá độc lập.',
        ],
      },
      {
        title: 'Điều chưa làm được',
        list: [
          'Chưa được người khuyết tật và người dùng trình đọc màn hình tiếng Việt kiểm tra thường xuyên.',
          'Chưa có bản dễ đọc và bản ngôn ngữ ký hiệu.',
          'Nhiều hồ sơ mới có tiếng Việt; phần chưa dịch được ghi rõ và đánh dấu ngôn ngữ.',
          'Chữ Hán-Nôm, Chăm, Thái hiển thị theo phông có sẵn trên máy; một số chữ Nôm hiếm có thể hiện thành ô trống.',
          'Bản đồ là hình vẽ có tên gọi và danh sách đi kèm; chưa có mô tả bằng lời cho từng ranh giới.',
        ],
      },
      {
        title: 'Tự chỉnh cách hiển thị',
        paragraphs: [
          'Nền sáng hay tối, tương phản, cỡ chữ, giãn dòng và chuyển động chọn được ở trang Hiển thị, không cần JavaScript.',
        ],
        links: [{ label: 'Cách hiển thị', href: '/vi/hien-thi' }],
      },
      {
        title: 'Báo chỗ khó dùng',
        paragraphs: [
          operator === null
            ? 'Bản cài đặt thử nghiệm chưa có đơn vị vận hành để nhận phản ánh. Khi có đơn vị vận hành, phản ánh được trả lời trong 5 ngày làm việc.'
            : `Hãy báo cho ${operator}; phản ánh được trả lời trong 5 ngày làm việc. Ghi địa chỉ trang, thiết bị và điều bạn muốn làm.`,
        ],
        links: [{ label: 'Liên hệ', href: '/vi/lien-he' }],
      },
    ],
  }),
  en: ({ operator, version }) => ({
    title: 'Accessibility statement',
    lead: 'The aim is that everybody can use every page: by keyboard, with a screen reader, with enlarged text, or without JavaScript.',
    sections: [
      {
        title: 'Standard and conformance',
        paragraphs: [
          'The site follows Circular 26/2020/TT-BTTTT and aims at level AA of WCAG 2.2; the contrast of body text meets level AAA.',
          `Result for version ${version}: partially conformant. The reasons stand under “Known gaps”.`,
        ],
      },
      {
        title: 'How it was checked',
        list: [
          'Automatically with axe on the home, search, record, decision, standard, about and error pages, light and dark, with every test run of the software.',
          'By keyboard through the same pages; at a width of 320 pixels and with text at 200 %.',
          'This is a self-assessment; there has been no independent one.',
        ],
      },
      {
        title: 'Known gaps',
        list: [
          'People with disabilities and users of Vietnamese screen readers have not tested it regularly.',
          'There is no easy-read and no sign-language version.',
          'Many records are in Vietnamese only; untranslated parts say so and carry their language.',
          'Hán-Nôm, Cham and Tai scripts depend on the fonts of the device; rare Nôm characters may show as boxes.',
          'Maps are drawings with names and a list beside them; boundaries are not described in words.',
        ],
      },
      {
        title: 'Adjust the display',
        paragraphs: [
          'Theme, contrast, text size, line spacing and motion can be chosen on the Display page, without JavaScript.',
        ],
        links: [{ label: 'Display settings', href: '/en/display' }],
      },
      {
        title: 'Report a barrier',
        paragraphs: [
          operator === null
            ? 'This test installation has no operator to answer reports. With an operator, reports are answered within 5 working days.'
            : `Tell ${operator}; reports are answered within 5 working days. Name the page, your device and what you wanted to do.`,
        ],
        links: [{ label: 'Contact', href: '/en/contact' }],
      },
    ],
  }),
};

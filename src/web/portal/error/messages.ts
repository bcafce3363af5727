import type { Lang } from '#platform/i18n/index.ts';

const vi = {
  label: (status: number) => `Lỗi ${status}`,
  searchTitle: 'Tìm trong Di Sản Số',
  searchLabel: 'Tên di sản, địa phương hoặc số quyết định',
  search: 'Tìm',
  next: 'Có thể bạn muốn',
  links: { home: 'Về trang chủ', decisions: 'Xem các quyết định', siteMap: 'Xem sơ đồ trang' },
  reference: 'Mã tham chiếu',
  referenceWhy: 'Khi báo lỗi, hãy gửi kèm mã này để đơn vị vận hành tìm được đúng lượt truy cập.',
  pages: {
    400: {
      title: 'Địa chỉ có chỗ chưa đúng',
      detail: 'Trang không đọc được một phần của địa chỉ. Hãy kiểm tra các điểm dưới đây.',
    },
    403: {
      title: 'Không được xem trang này',
      detail: 'Trang này dành cho người có quyền. Nội dung công khai vẫn tìm được bên dưới.',
    },
    404: {
      title: 'Không tìm thấy trang',
      detail: 'Địa chỉ này không dẫn tới trang nào. Có thể địa chỉ gõ thiếu, hoặc hồ sơ chưa được công bố.',
    },
    410: {
      title: 'Hồ sơ đã được rút',
      detail:
        'Hồ sơ từng có ở địa chỉ này không còn được công bố. Mã định danh của hồ sơ không bao giờ cấp cho thứ khác.',
    },
    429: {
      title: 'Quá nhiều yêu cầu',
      detail: 'Địa chỉ của bạn đã gửi quá nhiều yêu cầu trong một phút. Hãy chờ một lát rồi thử lại.',
    },
    500: {
      title: 'Hệ thống gặp lỗi',
      detail: 'Lỗi đã được ghi lại; không có dữ liệu nào bị mất. Hãy thử lại sau ít phút.',
    },
    503: { title: 'Hệ thống đang bận', detail: 'Trang chưa thể trả lời ngay. Hãy thử lại sau ít giây.' },
  } as Record<number, { title: string; detail: string }>,
  tombstone: { since: 'Rút từ ngày', reason: 'Lý do' },
};

const en: typeof vi = {
  label: (status) => `Error ${status}`,
  searchTitle: 'Search Di Sản Số',
  searchLabel: 'Name of the heritage, place or decision number',
  search: 'Search',
  next: 'You may want to',
  links: {
    home: 'Go to the home page',
    decisions: 'Look through the decisions',
    siteMap: 'See the site map',
  },
  reference: 'Reference code',
  referenceWhy: 'Quote this code when you report the error, so that the operator can find this very request.',
  pages: {
    400: {
      title: 'Something in the address is wrong',
      detail: 'A part of the address could not be read. Check the points below.',
    },
    403: {
      title: 'This page is not open to you',
      detail: 'It is for people with the right to see it. Public content can be searched below.',
    },
    404: {
      title: 'Page not found',
      detail: 'This address leads to no page. It may be incomplete, or the record is not yet published.',
    },
    410: {
      title: 'This record was withdrawn',
      detail:
        'The record at this address is no longer published. Its identifier is never given to anything else.',
    },
    429: {
      title: 'Too many requests',
      detail: 'Your address sent too many requests within a minute. Wait a moment and try again.',
    },
    500: {
      title: 'The system failed',
      detail: 'The fault has been recorded; no data were lost. Try again in a few minutes.',
    },
    503: {
      title: 'The system is busy',
      detail: 'The page cannot answer right now. Try again in a few seconds.',
    },
  },
  tombstone: { since: 'Withdrawn on', reason: 'Reason' },
};

export const errorMessages: Record<Lang, typeof vi> = { vi, en };

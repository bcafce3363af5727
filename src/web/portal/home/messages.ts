import type { Lang } from '#platform/i18n/index.ts';

const vi = {
  title: 'Di sản văn\u00a0hóa Việt\u00a0Nam',
  description:
    'Cơ sở dữ liệu quốc gia về di sản văn hóa Việt Nam: di tích, bảo vật, di sản phi vật thể và tư liệu, kèm quyết định và nguồn.',
  lead: (total: string) =>
    `${total} di tích, hiện vật, di sản phi vật thể và tư liệu, kèm quyết định và nguồn.`,
  examples: 'Ví dụ:',
  today: 'Hôm nay',
  lunar: 'Âm lịch',
  festivals: 'Lễ hội trong 14 ngày tới',
  calendar: 'Lịch lễ hội cả năm',
  nextFestival: 'Lễ hội gần nhất',
  noFestival: 'Chưa có lễ hội nào được ghi ngày.',
  certainty: {
    confirmed: 'ban tổ chức xác nhận',
    postponed: 'hoãn',
    cancelled: 'không tổ chức',
  },
  computed: 'Ngày dự kiến tính theo lịch, chưa phải thông báo của ban tổ chức.',
  doors: 'Bốn loại di sản',
  doorTexts: {
    monument: 'Đình, chùa, thành, lăng, khảo cổ, danh lam thắng cảnh',
    artefact: 'Bảo vật quốc gia, cổ vật, sưu tập của bảo tàng',
    intangible: 'Lễ hội, nghề, diễn xướng, tri thức dân gian',
    documentary: 'Mộc bản, châu bản, văn bia, Ký ức thế giới',
  } as Record<string, string>,
  others: 'Cùng với',
  map: 'Di sản theo địa phương',
  mapLead: '34 tỉnh, thành phố từ ngày 1/7/2025. Tên tỉnh cũ vẫn tìm được.',
  mapTitle: 'Bản đồ Việt Nam: số di sản theo tỉnh, thành phố',
  mapKey: 'Số di sản',
  places: 'Tỉnh, thành phố',
  decisions: 'Quyết định mới nhất',
  allDecisions: 'Mọi quyết định',
  programme: 'Chương trình số hóa',
  programmeText: (digitised: string, listed: string) =>
    `${digitised} trên ${listed} di tích quốc gia đặc biệt đã số hóa đủ bằng chứng theo Quyết định 2026/QĐ-TTg.`,
  programmeLink: 'Tiến độ theo chỉ tiêu và tỉnh',
  openData: 'Dữ liệu mở',
  openDataText: 'Mọi hồ sơ công khai đều có dạng máy đọc được, cả hai ngôn ngữ, không cần đăng ký.',
  downloadLink: 'Tải dữ liệu',
  openDataLink: 'Tài liệu API',
  standardsLink: 'Tiêu chuẩn và từ vựng',
};

const en: typeof vi = {
  title: 'Vietnam’s cultural heritage',
  description:
    'The national database of Vietnam’s cultural heritage: monuments, treasures, intangible and documentary heritage, with decisions and sources.',
  lead: (total: string) =>
    `${total} monuments, artefacts, intangible and documentary heritage, each with its decisions and sources.`,
  examples: 'For example:',
  today: 'Today',
  lunar: 'Lunar calendar',
  festivals: 'Festivals in the next 14 days',
  calendar: 'Festival calendar',
  nextFestival: 'The next festival',
  noFestival: 'No festival has a recorded date yet.',
  certainty: {
    confirmed: 'confirmed by the organisers',
    postponed: 'postponed',
    cancelled: 'not held',
  },
  computed: 'Days expected by the calendar, not announced by the organisers.',
  doors: 'Four kinds of heritage',
  doorTexts: {
    monument: 'Communal houses, pagodas, citadels, tombs, archaeology, landscapes',
    artefact: 'National treasures, antiquities, museum collections',
    intangible: 'Festivals, crafts, performing arts, folk knowledge',
    documentary: 'Woodblocks, royal records, stelae, Memory of the World',
  } as Record<string, string>,
  others: 'Together with',
  map: 'Heritage by place',
  mapLead: '34 provinces and cities since 1 July 2025. Former province names still work.',
  mapTitle: 'Map of Viet Nam: number of heritage records by province and city',
  mapKey: 'Records',
  places: 'Provinces and cities',
  decisions: 'Newest decisions',
  allDecisions: 'All decisions',
  programme: 'Digitization programme',
  programmeText: (digitised, listed) =>
    `${digitised} of ${listed} special national monuments are digitised with all evidence, as Decision 2026/QĐ-TTg asks.`,
  programmeLink: 'Progress by target and province',
  openData: 'Open data',
  openDataText: 'Every public record is machine-readable, in both languages, without registration.',
  downloadLink: 'Download the data',
  openDataLink: 'API documentation',
  standardsLink: 'Standards and vocabularies',
};

export const homeMessages: Record<Lang, typeof vi> = { vi, en };

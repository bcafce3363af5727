import type { Lang } from '#platform/i18n/index.ts';

const vi = {
  title: 'Bộ sưu tập',
  lead: 'Các danh mục, hạng theo Luật Di sản văn hóa và của UNESCO, mỗi danh mục là một bộ sưu tập hồ sơ, kèm quyết định đã lập nên nó.',
  records: (count: string) => `${count} hồ sơ`,
  decisions: (count: string) => `${count} quyết định`,
  between: (first: string, last: string) => `từ ${first} đến ${last}`,
  on: (date: string) => `ngày ${date}`,
  latest: 'Quyết định mới nhất',
  noDate: 'không rõ ngày',
  added: (count: string) => `${count} hồ sơ`,
  groups: { unesco: 'UNESCO ghi danh, công nhận', national: 'Cấp quốc gia', province: 'Cấp tỉnh' },
  curated: 'Sưu tập của bảo tàng, đơn vị lưu giữ',
  allCurated: (count: string) => `Cả ${count} sưu tập`,
  allDecisions: 'Mọi quyết định',
};

const en: typeof vi = {
  title: 'Collections',
  lead: 'The lists and ranks under the Law on Cultural Heritage and of UNESCO, each a collection of records, with the decisions that made it.',
  records: (count: string) => (count === '1' ? '1 record' : `${count} records`),
  decisions: (count: string) => (count === '1' ? '1 decision' : `${count} decisions`),
  between: (first: string, last: string) => `from ${first} to ${last}`,
  on: (date: string) => `on ${date}`,
  latest: 'Newest decisions',
  noDate: 'no known date',
  added: (count: string) => (count === '1' ? '1 record' : `${count} records`),
  groups: { unesco: 'Inscribed or recognised by UNESCO', national: 'National', province: 'Provincial' },
  curated: 'Collections of museums and holders',
  allCurated: (count: string) => `All ${count} collections`,
  allDecisions: 'All decisions',
};

export const collectionMessages: Record<Lang, typeof vi> = { vi, en };

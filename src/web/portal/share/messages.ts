import type { Lang } from '#platform/i18n/index.ts';

const vi = {
  rights: 'Dữ kiện dùng lại được khi ghi nguồn',
};

const en: typeof vi = {
  rights: 'Facts may be reused with the source named',
};

export const shareMessages: Record<Lang, typeof vi> = { vi, en };

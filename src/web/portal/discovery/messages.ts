import type { PublicationEvent } from '#modules/audit/index.ts';
import type { Lang } from '#platform/i18n/index.ts';

const vi = {
  searchDescription: 'Tìm di sản văn hóa Việt Nam theo tên, địa phương, số quyết định',
  events: {
    published: 'Công bố hồ sơ',
    updated: 'Sửa hồ sơ',
    restricted: 'Thay đổi quyền xem',
    withdrawn: 'Thu hồi hồ sơ',
    merged: 'Nhập vào hồ sơ khác',
  } satisfies Record<PublicationEvent, string>,
  version: (version: number) => `phiên bản ${version}`,
};

const en: typeof vi = {
  searchDescription: 'Search the cultural heritage of Vietnam by name, place or decision number',
  events: {
    published: 'Record published',
    updated: 'Record changed',
    restricted: 'Access changed',
    withdrawn: 'Record withdrawn',
    merged: 'Merged into another record',
  },
  version: (version: number) => `version ${version}`,
};

export const discoveryMessages: Record<Lang, typeof vi> = { vi, en };

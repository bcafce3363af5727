import type { Page } from './page.ts';
import { readPreferences } from './preferences.ts';

/** A page of an institution's installation, in Vietnamese. */
export function aPage(changes: Partial<Page> = {}): Page {
  return {
    lang: 'vi',
    site: {
      origin: 'https://disan.example',
      operator: 'Bảo tàng Thử nghiệm',
      version: '0.1.0',
      dataAt: '2027-02-01T18:30:00.000Z',
      assets: { 'portal.css': 'portal.abc.css', 'core.js': 'core.def.js', 'map.js': 'map.123.js' },
    },
    preferences: readPreferences([]),
    addresses: { vi: '/vi/tieu-chuan', en: '/en/standards' },
    title: 'Tiêu chuẩn',
    description: 'Chuẩn hồ sơ',
    crumbs: [{ label: 'Tiêu chuẩn' }],
    body: 'nội dung',
    ...changes,
  };
}

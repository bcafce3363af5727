export { ADDRESSES, KIND_SEGMENTS, type PageName, recordAddress } from './addresses.ts';
export { breadcrumbStatement, type Crumb } from './breadcrumb.tsx';
export { renderPage } from './document.tsx';
export { layoutMessages } from './messages.ts';
export type { Page, PageFrame, Site } from './page.ts';
export {
  DISPLAY_CHOICES,
  type DisplayPreferences,
  displayAttributes,
  preferencesCookie,
  preferencesFromCookie,
  readPreferences,
} from './preferences.ts';

import type { ComponentChildren } from 'preact';
import type { Lang } from '#platform/i18n/index.ts';
import type { Crumb } from './breadcrumb.tsx';
import type { DisplayPreferences } from './preferences.ts';

/** What every page knows about the installation it belongs to. */
export interface Site {
  /** Absolute public address without a slash at the end. */
  origin: string;
  operator: string | null;
  version: string;
  /** ISO instant of the newest published change; null where the database was not asked. */
  dataAt: string | null;
  /** Hashed file names of the built assets, by logical name: 'portal.css', 'core.js'. */
  assets: Record<string, string>;
}

export interface PageFrame {
  lang: Lang;
  site: Site;
  preferences: DisplayPreferences;
  /** Address (path and query) of this page in each language. */
  addresses: Record<Lang, string>;
}

export interface Page extends PageFrame {
  title: string;
  description?: string;
  crumbs: Crumb[];
  /** Which entry of the main navigation this page belongs to. */
  section?:
    | 'search'
    | 'map'
    | 'places'
    | 'topics'
    | 'festivals'
    | 'openData'
    | 'progress'
    | 'decisions'
    | 'standards'
    | 'about';
  /** schema.org statements; each becomes one script element of type application/ld+json. */
  structuredData?: object[];
  /** `rel=alternate` links to other forms of the same thing. */
  alternates?: { type: string; href: string }[];
  /** Address of the picture shown where the page is passed on; the site's own where there is none. */
  picture?: string;
  noindex?: boolean;
  /** An error has no address of its own: nothing canonical, no other language of it. */
  isError?: boolean;
  /** Text in the search box of the header. */
  query?: string;
  /** The content has the search box of the page, so the header has none. */
  ownSearch?: boolean;
  /** Extra islands of this page, logical names of built scripts. */
  islands?: string[];
  body: ComponentChildren;
}

import type { Lang } from '#platform/i18n/index.ts';

/** A page made of words: what stands under each heading, in reading order. */
export interface Content {
  title: string;
  lead: string;
  sections: Section[];
}

export interface Section {
  title: string;
  paragraphs?: string[];
  list?: string[];
  links?: { label: string; href: string }[];
}

/** What the words depend on: an installation without an operator must not speak for an authority. */
interface Installation {
  operator: string | null;
  version: string;
  origin: string;
}

export type ContentOf = Record<Lang, (installation: Installation) => Content>;

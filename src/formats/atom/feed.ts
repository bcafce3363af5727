import { escapeXml } from '../xml/index.ts';

/** Times are ISO 8601 instants, addresses absolute, ids absolute IRIs that never change (RFC 4287 §4.2.6). */
export interface AtomEntry {
  id: string;
  title: string;
  address: string;
  updatedAt: string;
  summary: string;
}

export interface AtomFeed {
  id: string;
  lang: string;
  title: string;
  /** Of the feed itself and of the page that it follows. */
  address: string;
  page: string;
  author: string;
  updatedAt: string;
  entries: readonly AtomEntry[];
}

/** A feed document (RFC 4287). */
export function writeAtomFeed(feed: AtomFeed): string {
  const { id, lang, title, address, page, author, updatedAt, entries } = feed;
  return [
    '<?xml version="1.0" encoding="UTF-8"?>',
    `<feed xmlns="http://www.w3.org/2005/Atom" xml:lang="${escapeXml(lang)}">`,
    element('id', id),
    element('title', title),
    element('updated', instant(updatedAt)),
    `<author>${element('name', author)}</author>`,
    `<link rel="self" type="application/atom+xml" href="${escapeXml(address)}"/>`,
    `<link rel="alternate" type="text/html" href="${escapeXml(page)}"/>`,
    ...entries.map(writeEntry),
    '</feed>\n',
  ].join('\n');
}

function writeEntry({ id, title, address, updatedAt, summary }: AtomEntry): string {
  const parts = [
    element('id', id),
    element('title', title),
    element('updated', instant(updatedAt)),
    `<link rel="alternate" type="text/html" href="${escapeXml(address)}"/>`,
    element('summary', summary),
  ];
  return `<entry>${parts.join('')}</entry>`;
}

function element(name: string, text: string): string {
  return `<${name}>${escapeXml(text)}</${name}>`;
}

function instant(time: string): string {
  return new Date(time).toISOString();
}

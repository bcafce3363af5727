import type { Lang } from '#platform/i18n/index.ts';
import { dayInVietnam } from '../days.ts';

export interface Cited {
  title: string;
  /** Who answers for the installation; the name of the registry without an operator. */
  publisher: string;
  ark: string;
  address: string;
  version: number;
  /** ISO instant of the version. */
  savedAt: string;
  /** Day of reading. */
  readAt: Date;
  kindLabel: string;
}

export interface Citations {
  vietnamese: string;
  apa: string;
  bibtex: string;
  ris: string;
}

const dayIn = (date: Date, lang: Lang): string =>
  new Intl.DateTimeFormat(lang === 'vi' ? 'vi-VN' : 'en-US', {
    timeZone: 'Asia/Ho_Chi_Minh',
    day: 'numeric',
    month: lang === 'vi' ? 'numeric' : 'long',
    year: 'numeric',
  }).format(date);

/** The four forms of a reference to one version of a record. */
export function citationsOf(cited: Cited): Citations {
  const saved = new Date(cited.savedAt);
  const { title, publisher, ark, address, version, kindLabel } = cited;
  const year = dayInVietnam(saved).slice(0, 4);
  return {
    vietnamese: `${publisher} (${year}), “${title}”, hồ sơ ${kindLabel.toLowerCase()}, mã ${ark}, phiên bản ${version} ngày ${dayIn(saved, 'vi')}, ${address}, truy cập ngày ${dayIn(cited.readAt, 'vi')}.`,
    apa: `${publisher}. (${year}). ${title} (Version ${version}) [Heritage record]. Retrieved ${dayIn(cited.readAt, 'en')}, from ${address}`,
    bibtex: bibtex(cited, year),
    ris: ris(cited, saved),
  };
}

function bibtex({ title, publisher, ark, address, version, readAt }: Cited, year: string): string {
  const key = ark.replace(/[^A-Za-z0-9]+/g, '-');
  const fields = {
    author: `{${escapeBibtex(publisher)}}`,
    title: `{${escapeBibtex(title)}}`,
    year,
    note: `${ark}, version ${version}`,
    url: address,
    urldate: dayInVietnam(readAt),
  };
  const lines = Object.entries(fields).map(([name, value]) => `  ${name} = {${value}}`);
  return `@misc{${key},\n${lines.join(',\n')}\n}`;
}

/** Characters that mean something to TeX. */
function escapeBibtex(text: string): string {
  return text.replace(/[\\{}%&#$_~^]/g, (character) =>
    character === '\\' ? '\\textbackslash{}' : `\\${character}${'~^'.includes(character) ? '{}' : ''}`,
  );
}

function ris({ title, publisher, ark, address, version, readAt }: Cited, saved: Date): string {
  const day = (date: Date) => dayInVietnam(date).replaceAll('-', '/');
  return [
    'TY  - DATA',
    `TI  - ${title}`,
    `AU  - ${publisher}`,
    `PY  - ${dayInVietnam(saved).slice(0, 4)}`,
    `DA  - ${day(saved)}`,
    `ET  - ${version}`,
    `AN  - ${ark}`,
    `UR  - ${address}`,
    `Y2  - ${day(readAt)}`,
    'ER  - ',
  ].join('\n');
}

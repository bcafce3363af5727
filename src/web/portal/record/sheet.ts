import { slugify } from '#formats/vietnamese/index.ts';
import type { RecordView } from '#modules/registry/index.ts';
import type { Kind, RecordStandard } from '#modules/standards/index.ts';
import type { Lang } from '#platform/i18n/index.ts';
import { recordAddress } from '#web/layout/index.ts';
import type { RecordFrame } from './frame.ts';

/** Everything one record page shows. */
export interface Sheet {
  record: RecordView;
  standard: RecordStandard;
  frame: RecordFrame;
  /** Vietnamese first, whatever the language of the page. */
  title: string;
  addresses: Record<Lang, string>;
  /** `ark:NAAN/NAME` */
  ark: string;
  /** Absolute address that never changes. */
  permanent: string;
}

/** The canonical addresses of a record's page; the slug comes from the Vietnamese title in both languages. */
export function addressesOf(record: {
  kind: Kind;
  pid: string;
  title: { vi: string };
}): Record<Lang, string> {
  const slug = slugify(record.title.vi);
  return {
    vi: recordAddress('vi', record.kind, record.pid, slug),
    en: recordAddress('en', record.kind, record.pid, slug),
  };
}

/** The title of a page in the reader's language, with the Vietnamese one beside a translation. */
export function titleIn(lang: Lang, { vi, en }: { vi: string; en?: string }): string {
  return lang === 'en' && en !== undefined && en !== vi ? `${en} (${vi})` : vi;
}

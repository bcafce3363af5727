import type { RecordView } from '#modules/registry/index.ts';
import { addressesOf } from '../record/sheet.ts';

export interface Quoted {
  record: RecordView;
  ark: string;
}

const TEXT = {
  vi: { title: 'Hồ sơ bạn góp ý', version: (n: number) => `phiên bản ${n}` },
  en: { title: 'The record you write about', version: (n: number) => `version ${n}` },
};

/** What a correction of this record has to quote, ready to be copied. */
export function QuotedRecord({ quoted: { record, ark }, lang }: { quoted: Quoted; lang: 'vi' | 'en' }) {
  const text = TEXT[lang];
  return (
    <p class="notice">
      <strong>{text.title}:</strong>{' '}
      <a href={addressesOf(record)[lang]} lang="vi">
        {record.title.vi}
      </a>{' '}
      · <code>{ark}</code> · {text.version(record.version)}
    </p>
  );
}

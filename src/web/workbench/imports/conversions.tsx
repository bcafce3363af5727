import type { ImportJob } from '#modules/exchange/index.ts';
import type { Lang } from '#platform/i18n/index.ts';

const TEXT = {
  vi: {
    conversions: 'Chữ Việt cũ được chuyển sang Unicode',
    column: 'Cột',
    encoding: 'Bảng mã',
    before: 'Trong tệp',
    after: 'Đọc là',
  },
  en: {
    conversions: 'Legacy Vietnamese text that becomes Unicode',
    column: 'Column',
    encoding: 'Encoding',
    before: 'In the file',
    after: 'Read as',
  },
};

interface Props {
  lang: Lang;
  conversions: ImportJob['inspection']['conversions'];
}

/** Texts as they stand in the file, and as they are read. */
export function Conversions({ lang, conversions }: Props) {
  const text = TEXT[lang];
  if (conversions.length === 0) return null;
  return (
    <section class="scroll" tabIndex={0} aria-label={text.conversions}>
      <table class="dense">
        <caption>{text.conversions}</caption>
        <thead>
          <tr>
            <th scope="col">{text.column}</th>
            <th scope="col">{text.encoding}</th>
            <th scope="col">{text.before}</th>
            <th scope="col">{text.after}</th>
          </tr>
        </thead>
        <tbody>
          {conversions.map(({ column, encoding, before, after }) => (
            <tr key={`${column} ${before}`}>
              <th scope="row">{column}</th>
              <td>{encoding}</td>
              <td>
                <code>{before}</code>
              </td>
              <td>{after}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </section>
  );
}

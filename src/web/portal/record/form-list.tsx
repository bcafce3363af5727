import { formAddress } from '#modules/exchange/index.ts';
import type { Lang } from '#platform/i18n/index.ts';
import { recordMessages } from './messages.ts';
import type { Sheet } from './sheet.ts';

/** The official forms that this record fills, ready to print or to edit; they hold what the public may see. */
export function FormList({ sheet: { record, frame } }: { sheet: Sheet }) {
  const { lang, catalogue } = frame;
  const forms = catalogue.forms(record.kind);
  if (forms.length === 0 || record.state !== 'published') return null;
  return (
    <div class="fact" id="record-forms">
      <dt>{recordMessages[lang].forms}</dt>
      <dd>
        <ul class="values">
          {forms.map(({ id, label }) => (
            <li key={id}>
              {label[lang]}:{' '}
              <FormLink format="docx" form={id} label={label[lang]} pid={record.pid} lang={lang} /> ·{' '}
              <FormLink format="pdf" form={id} label={label[lang]} pid={record.pid} lang={lang} />
            </li>
          ))}
        </ul>
      </dd>
    </div>
  );
}

interface FormLinkProps {
  format: 'docx' | 'pdf';
  form: string;
  label: string;
  pid: string;
  lang: Lang;
}

function FormLink({ format, form, label, pid, lang }: FormLinkProps) {
  const name = format.toUpperCase();
  return (
    <a href={formAddress(lang, { form, pid, format })} aria-label={`${label}, ${name}`} rel="nofollow">
      {name}
    </a>
  );
}

import { ADDRESSES, layoutMessages } from '#web/layout/index.ts';
import { type Citations, citationsOf } from './citation.ts';
import { recordMessages } from './messages.ts';
import type { Sheet } from './sheet.ts';

interface ActionBarProps {
  sheet: Sheet;
  operator: string | null;
  readAt: Date;
}

/** What can be done with the record today; an action appears when its function exists. */
export function ActionBar({ sheet, operator, readAt }: ActionBarProps) {
  const { record, frame, ark, permanent, title } = sheet;
  const { lang, catalogue } = frame;
  const text = recordMessages[lang];
  const citations = citationsOf({
    title,
    publisher: operator ?? layoutMessages.vi.siteName,
    ark,
    address: permanent,
    version: record.version,
    savedAt: record.provenance.at,
    readAt,
    kindLabel: catalogue.label('record-kind', record.kind, 'vi'),
  });
  return (
    <div class="actions">
      <Cite citations={citations} lang={lang} />
      <a class="button" href={`/api/v1/records/${record.pid}`} type="application/json">
        {text.json}
      </a>
      {record.state === 'published' && catalogue.forms(record.kind).length > 0 && (
        <a class="button" href="#record-forms">
          {text.forms}
        </a>
      )}
      {/* Shown by the scripts that make them work. */}
      <button type="button" data-share hidden>
        {text.share}
      </button>
      <button type="button" data-print hidden>
        {text.print}
      </button>
      <a class="button" href={`${ADDRESSES.contribute[lang]}?pid=${record.pid}`}>
        {text.correct}
      </a>
    </div>
  );
}

const STYLES = ['vietnamese', 'apa', 'bibtex', 'ris'] as const;

function Cite({ citations, lang }: { citations: Citations; lang: 'vi' | 'en' }) {
  const text = recordMessages[lang];
  return (
    <details class="cite">
      <summary class="button">{text.cite}</summary>
      <div class="cite-panel">
        <p class="meta">{text.citeNote}</p>
        {STYLES.map((style) => (
          <figure key={style}>
            <figcaption>{text.styles[style]}</figcaption>
            <pre>
              <code lang={style === 'vietnamese' ? 'vi' : 'en'}>{citations[style]}</code>
            </pre>
            <button type="button" data-copy={citations[style]} hidden>
              {text.copy}
            </button>
          </figure>
        ))}
      </div>
    </details>
  );
}

import { statements } from '#modules/standards/index.ts';
import { QrCode } from '#web/components/qr-code.tsx';
import { ADDRESSES } from '#web/layout/index.ts';
import { dayInVietnam, isoDateText } from '../days.ts';
import { standardAddress } from '../standard/standard-addresses.ts';
import { FormList } from './form-list.tsx';
import type { RecordFrame } from './frame.ts';
import { recordMessages } from './messages.ts';
import type { Sheet } from './sheet.ts';
import { CitedText, RecordLink } from './value/reference-value.tsx';

/** Where the information comes from and how far it can be trusted. */
export function SourceList({ sheet }: { sheet: Sheet }) {
  const { record, frame } = sheet;
  const text = recordMessages[frame.lang];
  const { sources } = frame.footnotes;
  const doubtful = Object.values(record.body.fields)
    .flat()
    .filter(({ certainty }) => certainty === 'probable' || certainty === 'possible').length;
  return (
    <section id="record-sources" class="fact-group sources" aria-labelledby="record-sources-title">
      <h2 id="record-sources-title">{text.sources}</h2>
      {record.verification === 'unconfirmed' && <p class="notice">{text.unconfirmedWhy}</p>}
      {sources.length === 0 ? (
        <p>{text.noSources}</p>
      ) : (
        <>
          <p class="meta">{text.sourcesNote}</p>
          <ol>
            {sources.map((source, index) => (
              <li key={source} id={`source-${index + 1}`}>
                <Source source={source} frame={frame} />
              </li>
            ))}
          </ol>
        </>
      )}
      <References sheet={sheet} />
      {doubtful > 0 && <p>{text.statementsLess(doubtful)}</p>}
    </section>
  );
}

/** A source may be a record, a text with addresses, or a file of the starter data that holds a judgement. */
function Source({ source, frame }: { source: string; frame: RecordFrame }) {
  if (frame.records.has(source)) return <RecordLink pid={source} frame={frame} />;
  if (source.startsWith('data/')) return <>{recordMessages[frame.lang].ownFile(source)}</>;
  return <CitedText text={source} />;
}

/** Works the record refers to as a whole, as far as no number above leads to them. */
function References({ sheet: { record, frame } }: { sheet: Sheet }) {
  const cited = new Set(frame.footnotes.sources);
  const references = statements(record.body, 'sources').filter(
    ({ value }) => value !== undefined && !cited.has(value.verbatim ?? value.pid ?? ''),
  );
  if (references.length === 0) return null;
  return (
    <>
      <h3>{recordMessages[frame.lang].references}</h3>
      <ul>
        {references.map(({ id, value }) => (
          <li key={id}>
            <RecordLink pid={value?.pid} verbatim={value?.verbatim} frame={frame} />
          </li>
        ))}
      </ul>
    </>
  );
}

export function RecordHistory({ sheet: { record, frame } }: { sheet: Sheet }) {
  const text = recordMessages[frame.lang];
  const { at, actor, reason } = record.provenance;
  return (
    <section id="record-history" class="fact-group" aria-labelledby="record-history-title">
      <h2 id="record-history-title">{text.history}</h2>
      <p>
        {text.versionLine(
          record.version,
          isoDateText(dayInVietnam(at), frame.lang),
          text.actors[actor] ?? actor,
        )}
      </p>
      {reason !== '' && (
        <p class="meta" lang="vi">
          {text.reason(reason)}
        </p>
      )}
      <p>
        <a href={`${ADDRESSES.versions[frame.lang]}/${record.pid}`}>{text.allVersions}</a>
      </p>
    </section>
  );
}

export function RecordData({ sheet }: { sheet: Sheet }) {
  const { record, standard, frame, ark, permanent } = sheet;
  const text = recordMessages[frame.lang];
  return (
    <section id="record-data" class="fact-group" aria-labelledby="record-data-title">
      <h2 id="record-data-title">{text.dataSection}</h2>
      <dl class="facts">
        <div class="fact">
          <dt>{text.permanent}</dt>
          <dd>
            <a href={permanent}>{permanent}</a>
          </dd>
        </div>
        <div class="fact">
          <dt>{text.ark}</dt>
          <dd>
            <code>{ark}</code>
          </dd>
        </div>
        <div class="fact">
          <dt>{text.api}</dt>
          <dd>
            <code>
              GET <a href={`/api/v1/records/${record.pid}`}>/api/v1/records/{record.pid}</a>
            </code>
          </dd>
        </div>
        <div class="fact">
          <dt>{text.jsonLd}</dt>
          <dd>
            <a href={`/id/${record.pid}.jsonld`}>/id/{record.pid}.jsonld</a>
          </dd>
        </div>
        <div class="fact">
          <dt>{text.standard}</dt>
          <dd>
            <a href={standardAddress(frame.lang, standard)}>
              {standard.label[frame.lang]} {standard.version}
            </a>
          </dd>
        </div>
        <FormList sheet={sheet} />
        <Aliases sheet={sheet} />
      </dl>
    </section>
  );
}

function Aliases({ sheet: { record, frame } }: { sheet: Sheet }) {
  const { lang, catalogue } = frame;
  if (record.aliases.length === 0) return null;
  return (
    <div class="fact">
      <dt>{recordMessages[lang].aliases}</dt>
      <dd>
        <ul class="values">
          {record.aliases.map(({ scheme, value }) => (
            <li key={`${scheme}:${value}`}>
              {catalogue.label('identifier-scheme', scheme, lang)}: <code>{value}</code>
            </li>
          ))}
        </ul>
      </dd>
    </div>
  );
}

/** On paper a reader needs the way back: identifier, address and QR code. */
export function PrintMark({ sheet: { record, frame, ark, permanent } }: { sheet: Sheet }) {
  return (
    <div class="print-only print-mark">
      <QrCode text={permanent} label={recordMessages[frame.lang].qr(record.pid)} />
      <p>
        <strong>{ark}</strong>
        <br />
        {permanent}
      </p>
    </div>
  );
}

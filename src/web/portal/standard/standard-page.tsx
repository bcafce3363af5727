import {
  type Catalogue,
  type FieldGroup,
  mappingTable,
  type RecordStandard,
  standardTable,
  type Table,
} from '#modules/standards/index.ts';
import { KindMotif } from '#web/components/kind-motif.tsx';
import { isoDateText } from '../days.ts';
import { DownloadList } from './download-list.tsx';
import { FieldEntry } from './field-entry.tsx';
import { LegalBasis } from './legal-basis.tsx';
import { standardMessages } from './messages.ts';
import { comparisonAddress, standardAddress } from './standard-addresses.ts';

const STANDARD_FILES = [
  'template.xlsx',
  'fields.csv',
  'mappings.csv',
  'schema.json',
  'standard.json',
] as const;

interface StandardPageProps {
  standard: RecordStandard;
  versions: readonly RecordStandard[];
  catalogue: Catalogue;
  lang: 'vi' | 'en';
}

export function StandardPage({ standard, versions, catalogue, lang }: StandardPageProps) {
  const text = standardMessages[lang];
  return (
    <article class={`kind-${standard.kind}`}>
      <header class="standard-head">
        <KindMotif kind={standard.kind} />
        <div>
          <h1>{text.standardTitle(standard.label[lang])}</h1>
          <Status standard={standard} lang={lang} />
          <p class="lead">{standard.definition[lang]}</p>
        </div>
      </header>
      <DownloadList
        lang={lang}
        files={STANDARD_FILES}
        addressOf={(file) => standardAddress(lang, standard, file)}
      />
      <h2>{text.basis}</h2>
      <LegalBasis basis={standard.legalBasis} lang={lang} />
      {standard.officialForms.length > 0 && (
        <>
          <h2>{text.forms}</h2>
          <ul>
            {standard.officialForms.map(({ id, label, basis }) => (
              <li key={id}>
                {label[lang]}{' '}
                <span class="meta" lang="vi">
                  · {basis}
                </span>
              </li>
            ))}
          </ul>
        </>
      )}
      <h2>{text.gates}</h2>
      <p>
        {text.gate.submitted(standard.gates.submitted)} · {text.gate.published(standard.gates.published)}
      </p>
      <Versions standard={standard} versions={versions} lang={lang} />
      <GroupContents groups={standard.groups} lang={lang} />
      <Groups standard={standard} catalogue={catalogue} lang={lang} />
    </article>
  );
}

type Shown = { standard: RecordStandard; lang: 'vi' | 'en' };

function Status({ standard, lang }: Shown) {
  const text = standardMessages[lang];
  const { promulgation, status } = standard;
  return (
    <>
      <ul class="chips">
        <li class={`chip ${status === 'in-force' ? 'chip-public' : 'chip-wait'}`}>{text.status[status]}</li>
        <li class="chip">{text.version(standard.version)}</li>
        <li class="chip">{text.effectiveFrom(isoDateText(standard.effectiveFrom, lang))}</li>
      </ul>
      <p class="meta">
        {promulgation
          ? text.promulgated(promulgation.number, isoDateText(promulgation.date, lang), promulgation.issuer)
          : text.notPromulgated}
      </p>
    </>
  );
}

function Versions({ standard, versions, lang }: Shown & { versions: readonly RecordStandard[] }) {
  const text = standardMessages[lang];
  return (
    <>
      <h2>{text.versions}</h2>
      <ul>
        {versions.map((version, index) => {
          const previous = versions[index - 1];
          return (
            <li key={version.version}>
              {version.version === standard.version ? (
                <strong>{version.version}</strong>
              ) : (
                <a href={standardAddress(lang, version)}>{version.version}</a>
              )}{' '}
              · {text.status[version.status].toLowerCase()} ·{' '}
              {previous ? (
                <a
                  href={comparisonAddress(lang, standard.kind, {
                    from: previous.version,
                    to: version.version,
                  })}
                >
                  {text.compare(previous.version, version.version)}
                </a>
              ) : (
                text.onlyVersion
              )}
            </li>
          );
        })}
      </ul>
    </>
  );
}

function GroupContents({ groups, lang }: { groups: readonly FieldGroup[]; lang: 'vi' | 'en' }) {
  const text = standardMessages[lang];
  return (
    <nav class="contents" aria-labelledby="group-contents">
      <h2 id="group-contents">{text.groupList}</h2>
      <ol>
        {groups.map((group) => (
          <li key={group.id}>
            <a href={`#${group.id}`}>{group.label[lang]}</a>{' '}
            <span class="meta">· {text.fields(group.fields.length)}</span>
          </li>
        ))}
      </ol>
    </nav>
  );
}

function Groups({ standard, catalogue, lang }: Shown & { catalogue: Catalogue }) {
  const rows = rowsById(standardTable(standard, lang));
  const crosswalk = mappingTable(standard, lang);
  const terms = rowsById(crosswalk);
  const schemes = crosswalk.columns.filter(({ key }) => key !== 'id' && key !== 'label');
  return standard.groups.map((group) => (
    <section key={group.id} id={group.id} class="fact-group" aria-labelledby={`${group.id}-title`}>
      <h2 id={`${group.id}-title`}>{group.label[lang]}</h2>
      {group.fields.map((field) => (
        <FieldEntry
          key={field.id}
          field={field}
          row={rows.get(field.id) ?? new Map()}
          mappings={schemes
            .map(({ key, header }) => ({ header, text: terms.get(field.id)?.get(key) ?? '' }))
            .filter((mapping) => mapping.text !== '')}
          catalogue={catalogue}
          lang={lang}
        />
      ))}
    </section>
  ));
}

/** The rows of a table by the text in its column `id`, each by column key. */
function rowsById({ columns, rows }: Table): Map<string, Map<string, string>> {
  const named = rows.map((row) => new Map(columns.map(({ key }, index) => [key, row[index] ?? ''])));
  return new Map(named.map((row) => [row.get('id') ?? '', row]));
}

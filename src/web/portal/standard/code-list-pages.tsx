import type { Catalogue, CodeList } from '#modules/standards/index.ts';
import { isoDateText } from '../days.ts';
import { DownloadList } from './download-list.tsx';
import { LegalBasis } from './legal-basis.tsx';
import { standardMessages } from './messages.ts';
import { codeListAddress, standardAddress } from './standard-addresses.ts';

const CODE_LIST_FILES = ['list.csv', 'list.json'] as const;

type Shown = { catalogue: Catalogue; lang: 'vi' | 'en' };

export function CodeListIndexPage({ catalogue, lang }: Shown) {
  const text = standardMessages[lang];
  const bySchemes = Map.groupBy(catalogue.codeLists(), (list) => list.scheme);
  return (
    <>
      <h1>{text.codeLists}</h1>
      <p class="lead">{text.codeListsLead}</p>
      <table class="stacking">
        <thead>
          <tr>
            <th scope="col">{text.columns.name}</th>
            <th scope="col">{text.columns.version}</th>
            <th scope="col">{text.columns.size}</th>
          </tr>
        </thead>
        <tbody>
          {[...bySchemes].map(([scheme, lists]) => {
            const newest = lists.at(-1);
            return (
              newest && (
                <tr key={scheme}>
                  <th scope="row" data-label={text.columns.name}>
                    <a href={codeListAddress(lang, newest)}>{newest.label[lang]}</a> <code>{scheme}</code>
                  </th>
                  <td data-label={text.columns.version}>{lists.map((list) => list.version).join(', ')}</td>
                  <td data-label={text.columns.size}>{text.codes(newest.codes.length)}</td>
                </tr>
              )
            );
          })}
        </tbody>
      </table>
    </>
  );
}

export function CodeListPage({ list, catalogue, lang }: Shown & { list: CodeList }) {
  const text = standardMessages[lang];
  const valid = text.valid(
    isoDateText(list.validFrom, lang) || null,
    isoDateText(list.validTo, lang) || null,
  );
  return (
    <>
      <h1>{list.label[lang]}</h1>
      <ul class="chips">
        <li class="chip">
          <code>
            {list.scheme}@{list.version}
          </code>
        </li>
        {valid !== '' && <li class="chip">{valid}</li>}
        <li class="chip">{text.codes(list.codes.length)}</li>
      </ul>
      <DownloadList
        lang={lang}
        files={CODE_LIST_FILES}
        addressOf={(file) => codeListAddress(lang, list, file)}
      />
      <h2>{text.basis}</h2>
      <LegalBasis basis={list.legalBasis} lang={lang} />
      <OtherVersions list={list} catalogue={catalogue} lang={lang} />
      <UsedIn list={list} catalogue={catalogue} lang={lang} />
      <h2>{text.codes(list.codes.length)}</h2>
      <Codes list={list} lang={lang} />
      <Mappings list={list} catalogue={catalogue} lang={lang} />
    </>
  );
}

function OtherVersions({ list, catalogue, lang }: Shown & { list: CodeList }) {
  const text = standardMessages[lang];
  const versions = catalogue.codeLists().filter(({ scheme }) => scheme === list.scheme);
  if (versions.length < 2) return null;
  return (
    <>
      <h2>{text.versions}</h2>
      <ul>
        {versions.map((version) => (
          <li key={version.version}>
            {version.version === list.version ? (
              <strong>{version.version}</strong>
            ) : (
              <a href={codeListAddress(lang, version)}>{version.version}</a>
            )}
          </li>
        ))}
      </ul>
    </>
  );
}

/** The standards that take codes from this list. */
function UsedIn({ list, catalogue, lang }: Shown & { list: CodeList }) {
  const reference = `${list.scheme}@${list.version}`;
  const users = catalogue.inForce().filter((standard) => JSON.stringify(standard).includes(`"${reference}"`));
  if (users.length === 0) return null;
  return (
    <p>
      {standardMessages[lang].used}:{' '}
      {users.map((standard, index) => (
        <span key={standard.kind}>
          {index > 0 && '; '}
          <a href={standardAddress(lang, standard)}>{standard.label[lang]}</a>
        </span>
      ))}
    </p>
  );
}

function Codes({ list, lang }: { list: CodeList; lang: 'vi' | 'en' }) {
  const text = standardMessages[lang];
  return (
    <table class="stacking">
      <thead>
        <tr>
          <th scope="col">{text.columns.name}</th>
          <th scope="col">{text.code}</th>
        </tr>
      </thead>
      <tbody>
        {list.codes.map(({ code, label, definition, note, broader }) => (
          <tr key={code} id={code}>
            <th scope="row" data-label={text.columns.name} class={broader ? 'narrower' : undefined}>
              {label[lang]}
              {label.vi !== label.en && (
                <span class="meta" lang={lang === 'vi' ? 'en' : 'vi'}>
                  {' '}
                  · {lang === 'vi' ? label.en : label.vi}
                </span>
              )}
              {(definition ?? note) && (
                <p class="meta">{[definition?.[lang], note?.[lang]].filter(Boolean).join(' ')}</p>
              )}
            </th>
            <td data-label={text.code}>
              <code>{code}</code>
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}

function Mappings({ list, catalogue, lang }: Shown & { list: CodeList }) {
  const text = standardMessages[lang];
  const label = (code: string) => catalogue.label(list.scheme, code, lang);
  return (list.mapsFrom ?? []).map(({ version, pairs }) => (
    <section key={version}>
      <h2>{text.mapsFrom(version)}</h2>
      <table class="stacking">
        <thead>
          <tr>
            <th scope="col">{text.mapFrom}</th>
            <th scope="col">{text.mapTo}</th>
            <th scope="col">{text.match}</th>
          </tr>
        </thead>
        <tbody>
          {pairs.map(({ from, to, match, note }) => (
            <tr key={from}>
              <th scope="row" data-label={text.mapFrom}>
                {label(from)} <code>{from}</code>
              </th>
              <td data-label={text.mapTo}>{to.map((code) => `${label(code)} (${code})`).join('; ')}</td>
              <td data-label={text.match}>
                {text.matches[match]}
                {note && <p class="meta">{note[lang]}</p>}
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </section>
  ));
}

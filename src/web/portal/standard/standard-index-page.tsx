import type { Catalogue, RecordStandard } from '#modules/standards/index.ts';
import type { Vocabularies } from '#modules/vocabularies/index.ts';
import { KindMotif } from '#web/components/kind-motif.tsx';
import { ADDRESSES } from '#web/layout/index.ts';
import { standardMessages } from './messages.ts';
import { standardAddress } from './standard-addresses.ts';

interface StandardIndexProps {
  lang: 'vi' | 'en';
  catalogue: Catalogue;
  vocabularies: Vocabularies;
}

export function StandardIndexPage({ lang, catalogue, vocabularies }: StandardIndexProps) {
  const text = standardMessages[lang];
  const schemes = new Set(catalogue.codeLists().map((list) => list.scheme));
  return (
    <>
      <h1>{text.title}</h1>
      <p class="lead">{text.lead}</p>
      <h2>{text.records}</h2>
      <ul class="cards">
        {catalogue.inForce().map((standard) => (
          <li key={standard.kind}>
            <StandardCard standard={standard} lang={lang} />
          </li>
        ))}
      </ul>
      <h2>
        <a href={ADDRESSES.codeLists[lang]}>{text.codeLists}</a>
      </h2>
      <p>
        {text.codeListsLead} {text.lists(schemes.size)}.
      </p>
      <h2>
        <a href={ADDRESSES.vocabularies[lang]}>{text.vocabularies}</a>
      </h2>
      <p>{text.vocabulariesLead}</p>
      <ul>
        {vocabularies.all().map(({ id, label, concepts }) => (
          <li key={id}>
            <a href={`${ADDRESSES.vocabularies[lang]}/${id}`}>{label[lang]}</a>{' '}
            <span class="meta">· {text.concepts(concepts.length)}</span>
          </li>
        ))}
      </ul>
    </>
  );
}

function StandardCard({ standard, lang }: { standard: RecordStandard; lang: 'vi' | 'en' }) {
  const text = standardMessages[lang];
  const fields = standard.groups.flatMap((group) => group.fields).length;
  return (
    <div class={`card kind-${standard.kind}`}>
      <KindMotif kind={standard.kind} />
      <div class="card-text">
        <h3>
          <a href={standardAddress(lang, standard)}>{standard.label[lang]}</a>
        </h3>
        <p class="meta">
          {[text.version(standard.version), text.groups(standard.groups.length), text.fields(fields)].join(
            ' · ',
          )}
        </p>
      </div>
    </div>
  );
}

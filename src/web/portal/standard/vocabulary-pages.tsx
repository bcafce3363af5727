import { dayFromCivil, formatDateRange } from '#formats/dates/index.ts';
import {
  type Concept,
  narrower,
  topConcepts,
  type Vocabularies,
  type Vocabulary,
} from '#modules/vocabularies/index.ts';
import { DownloadList } from './download-list.tsx';
import { standardMessages } from './messages.ts';
import { vocabularyAddress } from './standard-addresses.ts';

const VOCABULARY_FILES = ['vocabulary.ttl', 'vocabulary.jsonld'] as const;

export function VocabularyIndexPage({
  vocabularies,
  lang,
}: {
  vocabularies: Vocabularies;
  lang: 'vi' | 'en';
}) {
  const text = standardMessages[lang];
  return (
    <>
      <h1>{text.vocabularies}</h1>
      <p class="lead">{text.vocabulariesLead}</p>
      <ul class="cards">
        {vocabularies.all().map(({ id, label, definition, concepts, version }) => (
          <li key={id}>
            <div class="card">
              <div class="card-text">
                <h2>
                  <a href={vocabularyAddress(lang, id)}>{label[lang]}</a>
                </h2>
                <p>{definition[lang]}</p>
                <p class="meta">
                  {text.concepts(concepts.length)} · {text.version(version)}
                </p>
              </div>
            </div>
          </li>
        ))}
      </ul>
    </>
  );
}

type Shown = { vocabulary: Vocabulary; lang: 'vi' | 'en' };

export function VocabularyPage({ vocabulary, lang }: Shown) {
  const text = standardMessages[lang];
  const { label, definition, version, licence, source, concepts } = vocabulary;
  return (
    <>
      <h1>{label[lang]}</h1>
      <p class="lead">{definition[lang]}</p>
      <ul class="chips">
        <li class="chip">{text.concepts(concepts.length)}</li>
        <li class="chip">{text.version(version)}</li>
        <li class="chip">
          {text.licence}: {licence}
        </li>
      </ul>
      <p class="meta" lang="vi">
        <span lang={lang}>{text.source}: </span>
        {source}
      </p>
      <DownloadList
        lang={lang}
        files={VOCABULARY_FILES}
        addressOf={(file) => vocabularyAddress(lang, vocabulary.id, file)}
      />
      <h2>{text.conceptList}</h2>
      <ConceptTree concepts={topConcepts(vocabulary)} vocabulary={vocabulary} lang={lang} />
    </>
  );
}

function ConceptTree({ concepts, vocabulary, lang }: Shown & { concepts: readonly Concept[] }) {
  return (
    <ul class="concepts">
      {concepts.map((concept) => {
        const below = narrower(vocabulary, concept.id);
        return (
          <li key={concept.id} id={concept.id}>
            <ConceptEntry concept={concept} vocabulary={vocabulary} lang={lang} />
            {below.length > 0 && <ConceptTree concepts={below} vocabulary={vocabulary} lang={lang} />}
          </li>
        );
      })}
    </ul>
  );
}

function ConceptEntry({ concept, vocabulary, lang }: Shown & { concept: Concept }) {
  const text = standardMessages[lang];
  const { prefLabel, altLabel, definition, han, eraHan, id, dynasty, ruler } = concept;
  const other = lang === 'vi' ? 'en' : 'vi';
  const alternatives = altLabel?.[lang] ?? [];
  return (
    <>
      <strong>{prefLabel[lang] ?? prefLabel.vi}</strong>
      {(han ?? eraHan) && <span lang="lzh"> {han ?? eraHan}</span>}
      {prefLabel[other] !== undefined && prefLabel[other] !== prefLabel[lang] && (
        <span class="meta" lang={other}>
          {' '}
          · {prefLabel[other]}
        </span>
      )}
      {dynasty && (
        <span class="meta" lang="vi">
          {' '}
          · {[ruler, dynasty].filter(Boolean).join(', ')}
        </span>
      )}
      {years(concept, lang) !== '' && <span class="meta"> · {years(concept, lang)}</span>}
      {alternatives.length > 0 && (
        <span class="meta">
          {' '}
          · {text.alsoCalled} {alternatives.join(', ')}
        </span>
      )}
      <a class="concept-iri" href={`/${vocabulary.uri}/${id}`} title={text.conceptIri}>
        <code>{id}</code>
      </a>
      {definition?.[lang] && <p class="meta">{definition[lang]}</p>}
    </>
  );
}

function years({ from, to }: Concept, lang: 'vi' | 'en'): string {
  if (from === undefined && to === undefined) return '';
  const earliest = from === undefined ? null : dayFromCivil({ year: from, month: 1, day: 1 });
  const latest = to === undefined ? null : dayFromCivil({ year: to, month: 12, day: 31 });
  return formatDateRange({ earliest, latest }, lang);
}

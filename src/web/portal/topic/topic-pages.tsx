import type { Lang } from '#platform/i18n/index.ts';
import { number } from '../search/numbers.ts';
import { topicMessages } from './messages.ts';
import type { SchemeView, TopicLink } from './view.ts';

/** Terms shown of each list on the index; its own page has all. */
const FIRST = 12;

export function TopicIndexPage({ lang, schemes }: { lang: Lang; schemes: SchemeView[] }) {
  const text = topicMessages[lang];
  return (
    <>
      <h1>{text.title}</h1>
      <p class="lead">{text.lead}</p>
      {schemes.map(({ scheme, href, withRecords }) => (
        <section key={scheme.id} aria-labelledby={scheme.id}>
          <h2 id={scheme.id}>
            <a href={href}>{scheme.label[lang]}</a>
          </h2>
          {withRecords.length === 0 && <p class="meta">{text.noneYet}</p>}
          <TopicLinks topics={withRecords.slice(0, FIRST)} lang={lang} />
          <p>
            <a
              href={href}
              aria-label={`${text.allOf(number(scheme.topics.length, lang))}: ${scheme.label[lang]}`}
            >
              {text.allOf(number(scheme.topics.length, lang))}
            </a>
          </p>
        </section>
      ))}
    </>
  );
}

export function TopicLinks({ topics, lang }: { topics: readonly TopicLink[]; lang: Lang }) {
  if (topics.length === 0) return null;
  return (
    <ul class="record-counts">
      {topics.map(({ id, label, href, count }) => (
        <li key={id}>
          <a href={href}>{label}</a>
          {count > 0 && <span class="count"> {number(count, lang)}</span>}
        </li>
      ))}
    </ul>
  );
}

/** All terms of one list: those with records first. */
export function SchemePage({ lang, scheme, withRecords, without }: SchemeView) {
  const text = topicMessages[lang];
  const terms = number(scheme.topics.length, lang);
  return (
    <>
      <h1>{scheme.label[lang]}</h1>
      <p class="lead">{text.schemeLead(terms, number(withRecords.length, lang))}</p>
      {scheme.definition !== undefined && <p>{scheme.definition[lang]}</p>}
      {withRecords.length === 0 ? (
        <p class="notice">{text.noneYet}</p>
      ) : (
        <section aria-labelledby="with">
          <h2 id="with">{text.with}</h2>
          <TopicLinks topics={withRecords} lang={lang} />
        </section>
      )}
      {without.length > 0 && (
        <section aria-labelledby="without">
          <h2 id="without">{text.without}</h2>
          <TopicLinks topics={without} lang={lang} />
        </section>
      )}
      <p>
        <a class="button" href={scheme.published[lang]}>
          {text.published}
        </a>
      </p>
    </>
  );
}

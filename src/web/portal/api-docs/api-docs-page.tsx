import type { Lang } from '#platform/i18n/index.ts';
import { type ApiDocument, type ApiSection, sectionsOf } from './document.ts';
import { apiDocsMessages } from './messages.ts';
import { OperationEntry } from './operation-entry.tsx';

/** The reference for people who write programs, made of the same document that programs read. */
export function ApiDocsPage({
  document,
  lang,
  origin,
}: {
  document: ApiDocument;
  lang: Lang;
  origin: string;
}) {
  const text = apiDocsMessages[lang];
  const sections = sectionsOf(document, lang);
  return (
    <>
      <h1>{text.title}</h1>
      <p class="lead">{text.lead}</p>
      <p>
        {text.version} {document.info.version}. <a href="/api/v1/openapi.json">{text.machineReadable}</a>
      </p>
      <h2>{text.basics}</h2>
      <ul>
        {text.rules.map((rule) => (
          <li key={rule}>{rule}</li>
        ))}
      </ul>
      <nav aria-label={text.subjects}>
        <h2>{text.subjects}</h2>
        <ul>
          {sections.map(({ name, meaning }) => (
            <li key={name}>
              <a href={`#${name}`}>{meaning}</a>
            </li>
          ))}
        </ul>
      </nav>
      {sections.map((section) => (
        <Section key={section.name} section={section} lang={lang} origin={origin} />
      ))}
    </>
  );
}

function Section({ section, lang, origin }: { section: ApiSection; lang: Lang; origin: string }) {
  return (
    <section aria-labelledby={section.name}>
      <h2 id={section.name}>{section.meaning}</h2>
      {section.operations.map((operation) => (
        <OperationEntry key={operation.operationId} operation={operation} lang={lang} origin={origin} />
      ))}
    </section>
  );
}

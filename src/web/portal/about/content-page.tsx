import type { ComponentChildren } from 'preact';
import { Rings } from '#web/components/motif.tsx';
import type { Content, Section } from './content.ts';

/** A page of words, in one narrow column. `before` stands between the lead and the first heading. */
export function ContentPage({ content, before }: { content: Content; before?: ComponentChildren }) {
  return (
    <article class="content-page">
      <h1>{content.title}</h1>
      <p class="lead">{content.lead}</p>
      {before}
      {content.sections.map((section) => (
        <ContentSection key={section.title} section={section} />
      ))}
      <Rings />
    </article>
  );
}

function ContentSection({
  section: { title, paragraphs = [], list = [], links = [] },
}: {
  section: Section;
}) {
  return (
    <section>
      <h2>{title}</h2>
      {paragraphs.map((paragraph) => (
        <p key={paragraph}>{paragraph}</p>
      ))}
      {list.length > 0 && (
        <ul>
          {list.map((item) => (
            <li key={item}>{item}</li>
          ))}
        </ul>
      )}
      {links.length > 0 && (
        <p class="content-links">
          {links.map(({ label, href }) => (
            <a key={href} class="button" href={href}>
              {label}
            </a>
          ))}
        </p>
      )}
    </section>
  );
}

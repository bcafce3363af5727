import type { ComponentChildren } from 'preact';

interface ProseProps {
  text: string;
  lang?: string | undefined;
  /** Stands behind the last word. */
  children?: ComponentChildren;
}

/** Text as paragraphs: a blank line ends one, a single line break stays a break. */
export function Prose({ text, lang, children }: ProseProps) {
  const paragraphs = text.split(/\n\s*\n/).filter((part) => part.trim() !== '');
  return (
    <>
      {paragraphs.map((paragraph, place) => (
        <p key={paragraph} lang={lang}>
          {paragraph.split('\n').flatMap((line, index) => (index === 0 ? [line] : [<br key={line} />, line]))}
          {place === paragraphs.length - 1 && children}
        </p>
      ))}
    </>
  );
}

/** Text as paragraphs: a blank line ends one, a single line break stays a break. */
export function Prose({ text, lang }: { text: string; lang?: string | undefined }) {
  const paragraphs = text.split(/\n\s*\n/).filter((part) => part.trim() !== '');
  return (
    <>
      {paragraphs.map((paragraph) => (
        <p key={paragraph} lang={lang}>
          {paragraph.split('\n').flatMap((line, index) => (index === 0 ? [line] : [<br key={line} />, line]))}
        </p>
      ))}
    </>
  );
}

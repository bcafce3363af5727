/** RFC 5545 §3.1: a line is at most 75 octets without its line end; longer ones go on after CRLF and a blank. */
const LONGEST_LINE = 75;

const encoder = new TextEncoder();

/** One property as its line or lines, each with CRLF. The value must be written in the form of its type already. */
export function contentLine(name: string, value: string): string {
  const lines: string[] = [];
  let line = '';
  let octets = 0;
  // By grapheme: a cut inside a character would be no UTF-8, and one before a tone mark would tear the letter apart.
  for (const segment of pieces(`${name}:${value}`)) {
    const length = encoder.encode(segment).length;
    if (octets + length > LONGEST_LINE) {
      lines.push(line);
      line = ' ';
      octets = 1;
    }
    line += segment;
    octets += length;
  }
  return [...lines, line].map((each) => `${each}\r\n`).join('');
}

/** A letter under more marks than a line can hold is nobody's name and is cut between code points. */
function pieces(text: string): string[] {
  return [...graphemes.segment(text)].flatMap(({ segment }) =>
    encoder.encode(segment).length < LONGEST_LINE ? [segment] : [...segment],
  );
}

const graphemes = new Intl.Segmenter('vi', { granularity: 'grapheme' });

/** Whatever is no text: control characters other than the line end, which RFC 5545 §3.1 does not allow. */
const CONTROLS = /(?![\n\r])\p{Cc}/gu;

/** RFC 5545 §3.3.11: backslash, semicolon, comma and line end have a meaning of their own in a text. */
export function textValue(text: string): string {
  return text
    .toWellFormed()
    .replace(CONTROLS, '')
    .replace(/[\\;,]/g, '\\$&')
    .replace(/\r\n|\r|\n/g, '\\n');
}

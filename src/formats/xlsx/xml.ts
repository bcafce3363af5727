import { SaxesParser } from 'saxes';
import { damaged } from './refusal.ts';

export type Attributes = Readonly<Record<string, string>>;

/** Names come without their namespace prefix: some programs write `x:row` for `row`. */
export interface XmlHandlers {
  open(name: string, attributes: Attributes): void;
  close(name: string): void;
  text(text: string): void;
}

/** Nothing that a sheet says needs deeper nesting. */
const DEEPEST = 64;

/** A parser that is fed piece by piece. Document types are refused: no workbook has one, and entities hide in them. */
export function xmlParser({ open, close, text }: XmlHandlers, longestText: number) {
  const parser = new SaxesParser({ xmlns: false, position: false });
  let [depth, unseen] = [0, 0];
  const decoder = new TextDecoder('utf-8', { fatal: true });
  parser.on('error', (error) => {
    throw damaged(error.message);
  });
  parser.on('doctype', () => {
    throw damaged('a document type');
  });
  parser.on('opentag', ({ name, attributes }) => {
    unseen = 0;
    depth += 1;
    if (depth > DEEPEST) throw damaged('elements nested too deep');
    open(localName(name), attributes);
  });
  parser.on('closetag', ({ name }) => {
    unseen = 0;
    depth -= 1;
    close(localName(name));
  });
  parser.on('text', text);
  parser.on('cdata', text);
  const write = (chunk: string): void => {
    unseen += chunk.length;
    parser.write(chunk);
  };
  return {
    write: (piece: Uint8Array) => write(decoder.decode(piece, { stream: true })),
    end: () => {
      write(decoder.decode());
      parser.close();
    },
    /** A text without an end would otherwise be gathered in memory until the file is. */
    isTooLong: () => unseen > longestText + PIECE,
  };
}

const PIECE = 131_072;

function localName(name: string): string {
  return name.slice(name.indexOf(':') + 1);
}

/** Elements of a small part, as they open; a part that is not there has none. */
export async function eachElement(
  pieces: AsyncIterable<Uint8Array>,
  open: XmlHandlers['open'],
): Promise<void> {
  const parser = xmlParser({ open, close: () => {}, text: () => {} }, SMALL);
  let size = 0;
  for await (const piece of pieces) {
    size += piece.length;
    if (size > SMALL) throw damaged('a part that should be small');
    parser.write(piece);
  }
  parser.end();
}

/** Bytes; the styles of real workbooks reach some megabytes. */
const SMALL = 33_554_432;

import type { Package } from './parts.ts';
import { damaged, demand } from './refusal.ts';
import { type Run, textCollector } from './text-runs.ts';
import { xmlParser } from './xml.ts';
import { expand, type ZipEntry } from './zip.ts';

/** A text of the table; with its runs where it mixes fonts. */
export type SharedText = string | { text: string; runs: Run[] };

/** The table of texts that cells refer to (ECMA-376 part 1, §18.4.9). */
export async function readSharedStrings(zip: Package, entry: ZipEntry | undefined): Promise<SharedText[]> {
  const texts: SharedText[] = [];
  if (!entry) return texts;
  const { limits } = zip;
  const collector = textCollector();
  let characters = 0;
  const parser = xmlParser(
    {
      open: (name, attributes) => {
        if (name === 'si') collector.start();
        else collector.open(name, attributes);
      },
      text: collector.text,
      close: (name) => {
        if (name !== 'si') return collector.close(name);
        const { text, runs } = collector.take();
        characters += text.length;
        texts.push(runs ? { text, runs } : text);
      },
    },
    limits.cellCharacters,
  );
  for await (const piece of expand(zip.source, entry)) {
    parser.write(piece);
    demand('sharedCharacters', characters, { limits });
    if (parser.isTooLong()) demand('cellCharacters', Number.POSITIVE_INFINITY, { limits });
  }
  parser.end();
  return texts;
}

export function sharedText(texts: readonly SharedText[], index: string): SharedText {
  const text = texts[Number(index)];
  if (text === undefined) throw damaged(`there is no shared text ${index}`);
  return text;
}

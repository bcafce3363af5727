import { Buffer } from 'node:buffer';
import { inflateSync } from 'node:zlib';

/** What a reader of the file gets: for each page its lines from top to bottom, decoded by the maps of its fonts. */
export function pagesOf(bytes: Uint8Array): string[][] {
  const file = Buffer.from(bytes).toString('latin1');
  const objects = new Map(
    [...file.matchAll(/(\d+) 0 obj\n([\s\S]*?)\nendobj/g)].map(([, id = '', body = '']) => [id, body]),
  );
  const maps = fontMaps(objects);
  return [...objects.values()]
    .filter((body) => /\/Type \/Page\b/.test(body))
    .map((body) => linesOf(streamOf(objects.get(referred(body, 'Contents')) ?? ''), maps));
}

function referred(body: string, key: string): string {
  return new RegExp(`/${key} (\\d+) 0 R`).exec(body)?.[1] ?? '';
}

function streamOf(body: string): string {
  const data = /stream\n([\s\S]*?)\nendstream/.exec(body)?.[1] ?? '';
  return inflateSync(Buffer.from(data, 'latin1')).toString('latin1');
}

type Glyphs = Map<string, string>;

/** By name of the font in the pages: the text of each glyph. */
function fontMaps(objects: ReadonlyMap<string, string>): Map<string, Glyphs> {
  const fonts = [...objects.values()].flatMap((body) => [...body.matchAll(/\/(F\d+) (\d+) 0 R/g)]);
  return new Map(
    fonts.map(([, name = '', id = '']) => [
      name,
      glyphsOf(streamOf(objects.get(referred(objects.get(id) ?? '', 'ToUnicode')) ?? '')),
    ]),
  );
}

function glyphsOf(map: string): Glyphs {
  const ranges = [...map.matchAll(/<([0-9a-f]{4})> <[0-9a-f]{4}> \[([^\]]*)\]/g)];
  return new Map(
    ranges.flatMap(([, first = '', texts = '']) =>
      [...texts.matchAll(/<([^>]*)>/g)].map(([, text = ''], index): [string, string] => [
        (Number.parseInt(first, 16) + index).toString(16).padStart(4, '0'),
        Buffer.from(text.replaceAll(' ', ''), 'hex').swap16().toString('utf16le'),
      ]),
    ),
  );
}

/** Texts at one height are one line, read from left to right. */
function linesOf(content: string, maps: ReadonlyMap<string, Glyphs>): string[] {
  const shown = [...content.matchAll(/1 0 0 1 ([\d.-]+) ([\d.-]+) Tm\n\/(F\d+) [\d.]+ Tf\n\[(.*)\] TJ/g)];
  const lines = Map.groupBy(shown, ([, , y]) => Number(y));
  return [...lines]
    .toSorted(([a], [b]) => b - a)
    .map(([, parts]) =>
      parts
        .toSorted((a, b) => Number(a[1]) - Number(b[1]))
        .map(([, , , font = '', glyphs = '']) => textOf(glyphs, maps.get(font)))
        .join(' '),
    );
}

function textOf(glyphs: string, map: Glyphs | undefined): string {
  const codes = [...glyphs.matchAll(/<([0-9a-f]+)>/g)].flatMap(([, run = '']) => run.match(/.{4}/g) ?? []);
  return codes.map((code) => map?.get(code) ?? '�').join('');
}

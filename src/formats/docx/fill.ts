import { Buffer } from 'node:buffer';
import { type Tag, TagDisposition, TemplateHandler } from 'easy-template-x';
import { SaxesParser } from 'saxes';
import { printable } from '#formats/paper/index.ts';
import { readZip, writeZip } from './zip.ts';

/** Texts by tag; a tag around rows of a table has one set of texts for each row. */
export type FillData = Readonly<Record<string, string | readonly Readonly<Record<string, string>>[]>>;

export type FillOutcome =
  | { kind: 'filled'; bytes: Uint8Array }
  /** Tags of the template that the form does not know, as the author wrote them. */
  | { kind: 'unknown-tags'; tags: string[] }
  /** No DOCX, or tags that do not close; `detail` says where, in the words of the reader of templates. */
  | { kind: 'broken-template'; detail: string };

/** Fills `{tag}` and the rows between `{#rows}` and `{/rows}`; whatever else stands in the template stays. */
export async function fillDocx(template: Uint8Array, data: FillData): Promise<FillOutcome> {
  const parts = readZip(template);
  if (!parts?.has('word/document.xml')) return { kind: 'broken-template', detail: 'no word/document.xml' };
  const handler = new TemplateHandler();
  const file = Buffer.from(template);
  try {
    for (const [name, part] of parts) if (name.endsWith('.xml')) checkXml(part);
    const tags = await handler.parseTags(file);
    const lonely = halfLoop(tags);
    if (lonely !== undefined) return { kind: 'broken-template', detail: lonely };
    const known = knownTags(data);
    const unknown = [...new Set(tags.map(({ name }) => name))].filter((tag) => !known.has(tag));
    if (unknown.length > 0) return { kind: 'unknown-tags', tags: unknown };
    return { kind: 'filled', bytes: steady(await handler.process(file, printableData(data))) };
  } catch (error) {
    // The data are texts of a known shape: what goes wrong here lies in the template.
    return { kind: 'broken-template', detail: error instanceof Error ? error.message : String(error) };
  }
}

/** The reader of templates takes XML that was cut off for whole; this one throws. */
function checkXml(part: Uint8Array): void {
  new SaxesParser().write(new TextDecoder('utf-8', { fatal: true }).decode(part)).close();
}

/** A loop that begins or ends only; its rows would be lost without a word. */
function halfLoop(tags: readonly Tag[]): string | undefined {
  const loops = tags.filter(({ disposition }) => disposition !== TagDisposition.SelfClosed);
  const balance = Map.groupBy(loops, ({ name }) => name);
  return [...balance].find(([, list]) => {
    const opens = list.filter(({ disposition }) => disposition === TagDisposition.Open).length;
    return opens * 2 !== list.length;
  })?.[1][0]?.rawText;
}

function knownTags(data: FillData): Set<string> {
  const rows = Object.values(data).flatMap((value) => (typeof value === 'string' ? [] : value));
  return new Set([data, ...rows].flatMap((level) => Object.keys(level)));
}

function printableData(data: FillData): Record<string, string | Record<string, string>[]> {
  const texts = (level: Readonly<Record<string, string>>) =>
    Object.fromEntries(Object.entries(level).map(([tag, text]) => [tag, printable(text)]));
  return Object.fromEntries(
    Object.entries(data).map(([tag, value]) => [
      tag,
      typeof value === 'string' ? printable(value) : value.map(texts),
    ]),
  );
}

/** Packed again: the library stamps the hour into the file, and the same form should be the same bytes. */
function steady(bytes: Uint8Array): Uint8Array {
  const parts = readZip(bytes);
  return parts ? writeZip(parts) : bytes;
}

import { fieldStatements, type RecordBody, type RecordStandard } from '#modules/standards/index.ts';

/** The sources that statements cite, numbered in the order of the page. */
export interface Footnotes {
  sources: readonly string[];
  numberOf(source: string): number;
}

/** Walks the record as the page does, so that numbers rise from top to bottom. `further`: sources of decisions, relations. */
export function collectFootnotes(
  standard: RecordStandard,
  body: RecordBody,
  further: readonly string[] = [],
): Footnotes {
  const fields = standard.groups.flatMap((group) => group.fields);
  const cited = fields
    .flatMap((field) => fieldStatements(body, field.id))
    .flatMap(({ source }) => source ?? []);
  const sources = [...new Set([...cited, ...further].map((source) => source.trim()).filter(Boolean))];
  const numbers = new Map(sources.map((source, index) => [source, index + 1]));
  return { sources, numberOf: (source) => numbers.get(source.trim()) ?? 0 };
}

import type { Concept, Vocabulary } from './schema.ts';
import { topConcepts } from './vocabularies.ts';

/** `base`: the absolute address of the site with a final slash; concept IRIs are `base + uri + '/' + id`. */
export interface SkosOptions {
  base: string;
}

const CONTEXT = {
  skos: 'http://www.w3.org/2004/02/skos/core#',
  dcterms: 'http://purl.org/dc/terms/',
  owl: 'http://www.w3.org/2002/07/owl#',
} as const;

interface Node {
  id: string;
  type: string;
  /** Property → values in the order they are written. */
  properties: [string, Term[]][];
}

type Term = { kind: 'iri'; iri: string } | { kind: 'text'; text: string; lang?: string };

const iri = (value: string): Term => ({ kind: 'iri', iri: value });
const text = (value: string, lang?: string): Term => ({
  kind: 'text',
  text: value,
  ...(lang ? { lang } : {}),
});

function localized(label: { vi?: string; en?: string } | undefined): Term[] {
  return Object.entries(label ?? {}).map(([lang, value]) => text(value, lang));
}

/** The graph both serialisations write: one scheme and its concepts (SKOS Reference, W3C 2009). */
function nodesOf(vocabulary: Vocabulary, { base }: SkosOptions): Node[] {
  const scheme = `${base}${vocabulary.uri}`;
  const address = (id: string) => iri(`${scheme}/${id}`);
  return [
    schemeNode(vocabulary, scheme),
    ...vocabulary.concepts.map((c) => conceptNode(c, { scheme, address })),
  ];
}

function schemeNode(vocabulary: Vocabulary, scheme: string): Node {
  return {
    id: scheme,
    type: 'skos:ConceptScheme',
    properties: [
      ['dcterms:title', localized(vocabulary.label)],
      ['dcterms:description', localized(vocabulary.definition)],
      ['dcterms:source', [text(vocabulary.source)]],
      ['dcterms:license', [text(vocabulary.licence)]],
      ['owl:versionInfo', [text(vocabulary.version)]],
      ['skos:hasTopConcept', topConcepts(vocabulary).map(({ id }) => iri(`${scheme}/${id}`))],
    ],
  };
}

interface Scheme {
  scheme: string;
  address: (id: string) => Term;
}

function conceptNode(concept: Concept, { scheme, address }: Scheme): Node {
  const alternative = [
    ...(concept.altLabel?.vi ?? []).map((label) => text(label, 'vi')),
    ...(concept.altLabel?.en ?? []).map((label) => text(label, 'en')),
    // Written Chinese of the Hán texts; the tag keeps it apart from today's languages.
    ...[concept.han, concept.eraHan].flatMap((label) =>
      label === undefined ? [] : [text(label, 'lzh-Hani')],
    ),
  ];
  const top = (concept.broader ?? []).length === 0;
  return {
    id: `${scheme}/${concept.id}`,
    type: 'skos:Concept',
    properties: [
      ['skos:inScheme', [iri(scheme)]],
      ['skos:topConceptOf', top ? [iri(scheme)] : []],
      ['skos:prefLabel', localized(concept.prefLabel)],
      ['skos:altLabel', alternative],
      ['skos:definition', localized(concept.definition)],
      ['skos:notation', concept.notation === undefined ? [] : [text(concept.notation)]],
      ['skos:broader', (concept.broader ?? []).map(address)],
      ['skos:related', (concept.related ?? []).map(address)],
      ['skos:exactMatch', (concept.exactMatch ?? []).map(iri)],
      ['skos:closeMatch', (concept.closeMatch ?? []).map(iri)],
      ['skos:note', localized(concept.note)],
      ['dcterms:temporal', temporal(concept)],
      ['dcterms:source', concept.source === undefined ? [] : [text(concept.source)]],
      ['skos:historyNote', (concept.history ?? []).map(({ date, note }) => text(`${date}: ${note}`))],
    ],
  };
}

/** EDTF interval of years; an open end is `..`. */
function temporal({ from, to }: Concept): Term[] {
  return from === undefined && to === undefined ? [] : [text(`${edtfYear(from)}/${edtfYear(to)}`)];
}

function edtfYear(year: number | undefined): string {
  if (year === undefined) return '..';
  const digits = String(Math.abs(year)).padStart(4, '0');
  const long = digits.length > 4 ? 'Y' : '';
  return `${long}${year < 0 ? '-' : ''}${digits}`;
}

/** The vocabulary as JSON-LD 1.1, a plain object ready to be serialised. */
export function toSkosJsonLd(vocabulary: Vocabulary, options: SkosOptions): Record<string, unknown> {
  return { '@context': CONTEXT, '@graph': nodesOf(vocabulary, options).map(jsonLdNode) };
}

function jsonLdNode({ id, type, properties }: Node): Record<string, unknown> {
  const filled = properties.filter(([, terms]) => terms.length > 0);
  return {
    '@id': id,
    '@type': type,
    ...Object.fromEntries(filled.map(([name, terms]) => [name, terms.map(jsonLdTerm)])),
  };
}

function jsonLdTerm(term: Term): Record<string, string> {
  if (term.kind === 'iri') return { '@id': term.iri };
  return { '@value': term.text, ...(term.lang === undefined ? {} : { '@language': term.lang }) };
}

/** The vocabulary as Turtle (RDF 1.1 Turtle, W3C 2014), one subject per block. */
export function toTurtle(vocabulary: Vocabulary, options: SkosOptions): string {
  const prefixes = Object.entries(CONTEXT).map(([prefix, address]) => `@prefix ${prefix}: <${address}> .`);
  return `${[prefixes.join('\n'), ...nodesOf(vocabulary, options).map(turtleNode)].join('\n\n')}\n`;
}

function turtleNode({ id, type, properties }: Node): string {
  const lines = properties
    .filter(([, terms]) => terms.length > 0)
    .map(([name, terms]) => `  ${name} ${terms.map(turtleTerm).join(', ')}`);
  return `${[`${turtleIri(id)} a ${type}`, ...lines].join(' ;\n')} .`;
}

function turtleTerm(term: Term): string {
  if (term.kind === 'iri') return turtleIri(term.iri);
  return `"${escapeText(term.text)}"${term.lang === undefined ? '' : `@${term.lang}`}`;
}

/** IRIREF of the grammar takes neither controls and spaces nor <>"{}|^`\. */
function turtleIri(value: string): string {
  const escaped = value.replace(/[\p{Cc}\s<>"{}|^`\\]/gu, (char) => encodeURIComponent(char));
  return `<${escaped}>`;
}

const ESCAPES: Record<string, string> = { '\\': '\\\\', '"': '\\"', '\n': '\\n', '\r': '\\r', '\t': '\\t' };

function escapeText(value: string): string {
  return value.replace(/[\\"\n\r\t]/g, (char) => ESCAPES[char] ?? char);
}

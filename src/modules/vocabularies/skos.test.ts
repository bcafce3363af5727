import { expect, test } from 'vitest';
import { toSkosJsonLd, toTurtle } from './skos.ts';
import { aConcept, aVocabulary, MATERIALS, PERIODS } from './vocabularies.fixture.ts';

const base = 'https://example.vn/';

test('JSON-LD: one scheme with its top concepts, then every concept', () => {
  const document = toSkosJsonLd(MATERIALS, { base });
  expect(document['@context']).toMatchObject({ skos: 'http://www.w3.org/2004/02/skos/core#' });
  const graph = document['@graph'] as Record<string, unknown>[];
  expect(graph).toHaveLength(6);
  expect(graph[0]).toMatchObject({
    '@id': 'https://example.vn/vocabulary/materials',
    '@type': 'skos:ConceptScheme',
    'skos:hasTopConcept': [
      { '@id': 'https://example.vn/vocabulary/materials/metal' },
      { '@id': 'https://example.vn/vocabulary/materials/wood' },
    ],
  });
  expect(graph[3]).toEqual({
    '@id': 'https://example.vn/vocabulary/materials/bronze',
    '@type': 'skos:Concept',
    'skos:inScheme': [{ '@id': 'https://example.vn/vocabulary/materials' }],
    'skos:prefLabel': [
      { '@value': 'đồng thau', '@language': 'vi' },
      { '@value': 'bronze', '@language': 'en' },
    ],
    'skos:altLabel': [
      { '@value': 'đồng thanh', '@language': 'vi' },
      { '@value': '青銅', '@language': 'lzh-Hani' },
    ],
    'skos:definition': [
      { '@value': 'Hợp kim "đồng" và thiếc', '@language': 'vi' },
      { '@value': 'Alloy of copper\nand tin', '@language': 'en' },
    ],
    'skos:notation': [{ '@value': 'M-01' }],
    'skos:broader': [{ '@id': 'https://example.vn/vocabulary/materials/alloy' }],
    'skos:related': [{ '@id': 'https://example.vn/vocabulary/materials/wood' }],
    'skos:exactMatch': [{ '@id': 'http://vocab.getty.edu/aat/300010957' }],
    'skos:historyNote': [{ '@value': '2026-12-01: Ban hành' }],
  });
});

test('Turtle: golden block of one concept, with quotes and line breaks escaped', () => {
  expect(toTurtle(MATERIALS, { base })).toContain(
    [
      '<https://example.vn/vocabulary/materials/bronze> a skos:Concept ;',
      '  skos:inScheme <https://example.vn/vocabulary/materials> ;',
      '  skos:prefLabel "đồng thau"@vi, "bronze"@en ;',
      '  skos:altLabel "đồng thanh"@vi, "青銅"@lzh-Hani ;',
      '  skos:definition "Hợp kim \\"đồng\\" và thiếc"@vi, "Alloy of copper\\nand tin"@en ;',
      '  skos:notation "M-01" ;',
      '  skos:broader <https://example.vn/vocabulary/materials/alloy> ;',
      '  skos:related <https://example.vn/vocabulary/materials/wood> ;',
      '  skos:exactMatch <http://vocab.getty.edu/aat/300010957> ;',
      '  skos:historyNote "2026-12-01: Ban hành" .',
    ].join('\n'),
  );
});

test('an address cannot break out of its brackets', () => {
  const hostile = aVocabulary('x', [aConcept('a', { exactMatch: ['http://x/> . <http://y/'] })]);
  expect(toTurtle(hostile, { base })).toContain('<http://x/%3E%20.%20%3Chttp://y/>');
});

test('years become EDTF intervals', () => {
  const turtle = toTurtle(PERIODS, { base });
  expect(turtle).toContain('dcterms:temporal "1802/1945"');
  expect(turtle).toContain('dcterms:temporal "../-2000"');
  const old = aVocabulary('old', [aConcept('a', { from: -30000, to: 40 })]);
  expect(toTurtle(old, { base })).toContain('"Y-30000/0040"');
});

test('both serialisations say the same number of things', () => {
  const graph = toSkosJsonLd(PERIODS, { base })['@graph'] as Record<string, unknown[]>[];
  const statements = graph.flatMap((node) => Object.values(node).filter(Array.isArray)).flat().length;
  const turtle = toTurtle(PERIODS, { base });
  const objects = turtle
    .split('\n')
    .filter((line) => line.startsWith('  '))
    .flatMap((line) => line.split(/, (?=["<])/));
  expect(objects).toHaveLength(statements);
});

test('nothing that a concept says is left out: close matches, notes and sources', () => {
  const full = aVocabulary('full', [
    aConcept('a', {
      closeMatch: ['http://vocab.getty.edu/aat/1'],
      note: { vi: 'Ghi chú', en: 'A note' },
      source: 'Luật số 45/2024/QH15',
    }),
  ]);
  const [, node] = toSkosJsonLd(full, { base })['@graph'] as Record<string, unknown>[];
  expect(node).toMatchObject({
    'skos:closeMatch': [{ '@id': 'http://vocab.getty.edu/aat/1' }],
    'skos:note': [
      { '@value': 'Ghi chú', '@language': 'vi' },
      { '@value': 'A note', '@language': 'en' },
    ],
    'dcterms:source': [{ '@value': 'Luật số 45/2024/QH15' }],
  });
  expect(toTurtle(full, { base })).toContain('skos:note "Ghi chú"@vi, "A note"@en');
});

test('Turtle is made of blocks of one subject each, ended by a full stop, after the prefixes', () => {
  const [prefixes = '', ...blocks] = toTurtle(MATERIALS, { base }).trimEnd().split('\n\n');
  for (const line of prefixes.split('\n')) expect(line).toMatch(/^@prefix \w+: <[^>]+> \.$/);
  expect(blocks).toHaveLength(MATERIALS.concepts.length + 1);
  for (const block of blocks) expect(block).toMatch(/^<[^>]+> a skos:\w+( ;\n {2}\w+:\w+ [^\n]+)+ \.$/);
  const used = new Set(blocks.join('\n').match(/(?<=^ {2}|a )\w+(?=:)/gm));
  for (const prefix of used) expect(prefixes).toContain(`@prefix ${prefix}:`);
});

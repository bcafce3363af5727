import type { Datatype, Values } from './values.ts';

/**
 * The fields that code names itself (search, pages, feeds, starter data), with their datatype. A test holds
 * every entry against the published standards: where a kind has the field, it has this datatype.
 */
export const CORE_FIELDS = {
  name: 'localizedText',
  identifiers: 'identifier',
  type: 'term',
  summary: 'localizedText',
  description: 'localizedText',
  significance: 'localizedText',
  place: 'place',
  geometry: 'geometry',
  date: 'date',
  period: 'term',
  ethnicGroup: 'term',
  materials: 'term',
  techniques: 'term',
  measurements: 'measurement',
  inscriptions: 'inscription',
  ownership: 'term',
  holder: 'reference',
  condition: 'term',
  rights: 'term',
  licence: 'term',
  sources: 'reference',
  recurrence: 'recurrence',
  makers: 'agentRole',
  owner: 'agentRole',
  subjects: 'reference',
  history: 'localizedText',
  provenance: 'localizedText',
  languages: 'term',
  birthDate: 'date',
  deathDate: 'date',
} as const satisfies Record<string, Datatype>;

export type CoreField = keyof typeof CORE_FIELDS;

/** The TypeScript type of a core field's value. */
export type CoreValue<F extends CoreField> = Values[(typeof CORE_FIELDS)[F]];

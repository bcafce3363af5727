import type { Generated } from 'kysely';
import type { Card } from './card.ts';

export type LexemeClass = 'name' | 'text' | 'facet';

interface LexiconTable {
  id: Generated<number>;
  access_class: number;
  class: LexemeClass;
  tier: number;
  lexeme: string;
  lower: string | null;
  df: Generated<number>;
}

interface LexiconDeletionTable {
  access_class: number;
  deletion: string;
  lexeme: string;
}

interface SearchRowTable {
  record_id: number;
  access_class: number;
  sample: number;
  static_rank: number;
  earliest: number | null;
  latest: number | null;
  published_at: string | null;
  point: { x: number; y: number } | null;
  facets: Buffer;
  tokens: number[];
}

interface SearchCardTable {
  record_id: number;
  pid: string;
  kind: string;
  title: string;
  card: Card;
}

interface FacetLabelTable {
  facet: string;
  value: string;
  vi: string;
  en: string;
}

interface FacetNameTable {
  folded: string;
  facet: string;
  value: string;
}

interface SearchPendingTable {
  changeset_id: number;
  record_id: number;
}

declare module '#platform/db/tables.ts' {
  interface Tables {
    lexicon: LexiconTable;
    lexicon_deletion: LexiconDeletionTable;
    search_row: SearchRowTable;
    search_card: SearchCardTable;
    facet_label: FacetLabelTable;
    facet_name: FacetNameTable;
    search_pending: SearchPendingTable;
  }
}

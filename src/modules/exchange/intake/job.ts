import type { LocalizedText } from '#platform/i18n/index.ts';
import type { ImportCounts } from '../import/outcome.ts';
import type { TableFormat } from '../import/table-formats.ts';
import type { Mapping } from '../sheet/mapping.ts';

/**
 * uploaded → checking → checked → committing → committed → undoing → undone. From committed, drafts are published
 * (publishing) and that is taken back (unpublishing); both end where they began. A file that cannot be read, or whose
 * rows may not be written, is `refused`; `failed` is what nobody foresaw. Both go back to `checking`.
 */
export type ImportState =
  | 'uploaded'
  | 'checking'
  | 'checked'
  | 'refused'
  | 'committing'
  | 'committed'
  | 'publishing'
  | 'unpublishing'
  | 'undoing'
  | 'undone'
  | 'failed'
  | 'discarded';

/** What the first rows of a file tell about it. */
export interface Inspection {
  encoding: string;
  /** 0 … 1: how sure the encoding is. */
  confidence: number;
  delimiter: string | null;
  sheet: string | null;
  columns: InspectedColumn[];
  /** Texts of a legacy encoding, as they stand in the file and as they are read. */
  conversions: { column: string; encoding: string; before: string; after: string }[];
}

export interface InspectedColumn {
  /** Empty for a column without a header. */
  header: string;
  /** A few different cells, cut to a length that a page can show. */
  samples: string[];
}

/** A word of the sheet that its list of terms does not know. */
export interface UnmatchedTerm {
  /** Key of the import template. */
  key: string;
  text: string;
  /** In how many rows. */
  rows: number;
  /** Labels that are spelled much alike. */
  near: string[];
}

/** A field that rows were rejected for the lack of. */
export interface LackingField {
  field: string;
  label: LocalizedText;
  rows: number;
}

/** What a dry run found. */
export interface Checked {
  counts: ImportCounts;
  /** Of every row's verdict: what is approved is this and nothing else. */
  digest: string;
  /** The changeset of this very file, where it was imported before. */
  repeats: number | null;
  unmatched: UnmatchedTerm[];
  /** Absent in what earlier versions of the program have found. */
  lacking?: LackingField[];
  /** What was read, but may not be what was meant. */
  warnings?: LocalizedText[];
  /** Texts of a legacy encoding anywhere in the file, a few of each column. */
  conversions?: Inspection['conversions'];
  /** Rows that are no data. */
  aside?: { count: number; text: LocalizedText } | null;
}

export interface ImportJob {
  id: number;
  actorId: number;
  fileName: string;
  fileBytes: number;
  fileDigest: string;
  spool: string;
  kind: string;
  format: TableFormat;
  mapping: Mapping;
  inspection: Inspection;
  profile: string | null;
  state: ImportState;
  revision: number;
  /** Percent of what is under way. */
  progress: number;
  checked: Checked | null;
  refusal: LocalizedText[] | null;
  skipRejected: boolean;
  reason: string;
  changesetId: number | null;
  undoReason: string;
  undoChangesetId: number | null;
  /** Changesets that published its drafts, those taken back since included. */
  publications: number[];
  createdAt: string;
  updatedAt: string;
}

/** While it is, nobody can change how the file is read. */
export function isRunning({ state }: Pick<ImportJob, 'state'>): boolean {
  return RUNNING_STATES.some((running) => running === state);
}

const RUNNING_STATES = [
  'checking',
  'committing',
  'publishing',
  'unpublishing',
  'undoing',
] as const satisfies ImportState[];

/** The states from which the reading of the file may still be changed. */
export const OPEN_STATES = ['uploaded', 'checked', 'refused', 'failed'] as const satisfies ImportState[];

export function isOpen({ state }: Pick<ImportJob, 'state'>): boolean {
  return OPEN_STATES.some((open) => open === state);
}

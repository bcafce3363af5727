import type { Kind } from '#modules/standards/index.ts';

export type RecordKind = Kind;

export type RecordState = 'draft' | 'submitted' | 'verified' | 'published' | 'withdrawn' | 'merged';
export type Verification = 'unconfirmed' | 'confirmed';

/** States a person moves a record to; `merged` is reached by merging only. */
export const TRANSITIONS = ['draft', 'submitted', 'verified', 'published', 'withdrawn'] as const;
export type TransitionTarget = (typeof TRANSITIONS)[number];

const NEXT: Readonly<Record<RecordState, readonly RecordState[]>> = {
  draft: ['submitted', 'withdrawn'],
  // A reviewer may hand a record back to its author.
  submitted: ['verified', 'draft', 'withdrawn'],
  verified: ['published', 'draft', 'withdrawn'],
  published: ['withdrawn'],
  withdrawn: [],
  merged: [],
};

export function mayMove(from: RecordState, to: RecordState): boolean {
  return NEXT[from].includes(to);
}

export function nextStates(from: RecordState): readonly RecordState[] {
  return NEXT[from];
}

export function isOpen(state: RecordState): boolean {
  return state !== 'withdrawn' && state !== 'merged';
}

/** The obligations a body in that state has to meet. */
export function obligationsOf(state: RecordState): 'draft' | 'submitted' | 'published' {
  if (state === 'published') return 'published';
  return state === 'submitted' || state === 'verified' ? 'submitted' : 'draft';
}

/** Ids of `access_class`. */
const PUBLIC_CLASS = 1;
const DRAFT_CLASS = 2;

/** A closed record keeps its class: what the public knew has a public tombstone, a draft nobody saw has none. */
export function classIn(state: RecordState, before: number = DRAFT_CLASS): number {
  if (!isOpen(state)) return before;
  return state === 'published' ? PUBLIC_CLASS : DRAFT_CLASS;
}

type Visible = { state: RecordState; changed: boolean };

/** What the feeds say when a record went from one state to another (null: it did not exist). */
export function publicationEvent(
  before: RecordState | null,
  { state, changed }: Visible,
): 'published' | 'updated' | 'restricted' | 'withdrawn' | 'merged' | undefined {
  const was = before === 'published';
  if (state === 'published') return was ? (changed ? 'updated' : undefined) : 'published';
  if (!was) return undefined;
  return state === 'withdrawn' || state === 'merged' ? state : 'restricted';
}

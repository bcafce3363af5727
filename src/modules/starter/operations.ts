import type { Operation } from '#modules/registry/index.ts';

/** The operations of a changeset, by what they do. */
export type OperationOf<Name extends Operation['op']> = Extract<Operation, { op: Name }>;

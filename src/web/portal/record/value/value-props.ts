import type { Datatype, Field, Statement, Values } from '#modules/standards/index.ts';
import type { RecordFrame } from '../frame.ts';

/** What a datatype's component gets: one value with the statement and the field it belongs to. */
export interface ValueProps<D extends Datatype> {
  value: Values[D];
  statement: Statement;
  field: Field;
  frame: RecordFrame;
}

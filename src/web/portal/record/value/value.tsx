import type { FunctionComponent } from 'preact';
import type { Datatype, Field, RecordBody, Statement } from '#modules/standards/index.ts';
import type { RecordFrame } from '../frame.ts';
import { DateDerivation, DateValue } from './date-value.tsx';
import { DecisionValue } from './decision-value.tsx';
import { GeometryDetail, GeometryValue } from './geometry-value.tsx';
import { InscriptionTable, InscriptionValue } from './inscription-value.tsx';
import { PlaceHistory, PlaceValue } from './place-value.tsx';
import { RecurrenceDates, RecurrenceValue } from './recurrence-value.tsx';
import { AgentRoleValue, ReferenceValue } from './reference-value.tsx';
import {
  BooleanValue,
  DecimalValue,
  FileValue,
  IdentifierValue,
  IntegerValue,
  MeasurementValue,
  TextValue,
  UrlValue,
} from './simple-values.tsx';
import { TermMeaning, TermValue } from './term-value.tsx';
import type { ValueProps } from './value-props.ts';

type Renderer<D extends Datatype> = FunctionComponent<ValueProps<D> & { body: RecordBody }>;

const RENDERERS: { [D in Datatype]: Renderer<D> } = {
  text: TextValue,
  localizedText: TextValue,
  term: TermValue,
  boolean: BooleanValue,
  integer: IntegerValue,
  decimal: DecimalValue,
  url: UrlValue,
  identifier: IdentifierValue,
  date: DateValue,
  recurrence: RecurrenceValue,
  geometry: GeometryValue,
  measurement: MeasurementValue,
  reference: ReferenceValue,
  agentRole: AgentRoleValue,
  place: PlaceValue,
  decision: DecisionValue,
  inscription: InscriptionValue,
  file: FileValue,
};

/** What a datatype says below its value, in smaller letters. */
const DETAILS: { [D in Datatype]?: Renderer<D> } = {
  term: TermMeaning,
  date: DateDerivation,
  geometry: GeometryDetail,
  place: PlaceHistory,
  recurrence: RecurrenceDates,
  inscription: InscriptionTable,
};

export interface StatementProps {
  statement: Statement;
  field: Field;
  frame: RecordFrame;
  body: RecordBody;
}

// The standard validated each value against the datatype; the type system cannot follow the pairing.
type AnyRenderer = FunctionComponent<StatementProps & { value: unknown }>;

/** One value of a field in running text, drawn by its datatype. */
export function Value(props: StatementProps) {
  const Renderer = RENDERERS[props.field.datatype] as AnyRenderer;
  return <Renderer {...props} value={props.statement.value} />;
}

/** The part of a value that needs lines of its own. */
export function ValueDetail(props: StatementProps) {
  const Renderer = DETAILS[props.field.datatype] as AnyRenderer | undefined;
  return Renderer ? <Renderer {...props} value={props.statement.value} /> : null;
}

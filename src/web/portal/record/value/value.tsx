import type { FunctionComponent } from 'preact';
import type { Datatype, Field, RecordBody, Statement } from '#modules/standards/index.ts';
import type { RecordFrame } from '../frame.ts';
import { DateValue } from './date-value.tsx';
import { DecisionValue } from './decision-value.tsx';
import { GeometryValue } from './geometry-value.tsx';
import { InscriptionValue } from './inscription-value.tsx';
import { PlaceValue } from './place-value.tsx';
import { Prose } from './prose.tsx';
import { RecurrenceValue } from './recurrence-value.tsx';
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
import { TermValue } from './term-value.tsx';
import type { ValueProps } from './value-props.ts';

type Renderers = { [D in Datatype]: FunctionComponent<ValueProps<D> & { body: RecordBody }> };

const RENDERERS: Renderers = {
  text: TextValue,
  localizedText: ({ value, statement }) => <Prose text={value} lang={statement.lang} />,
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

/** One value of a field, drawn by its datatype. */
export function Value(props: { statement: Statement; field: Field; frame: RecordFrame; body: RecordBody }) {
  // The standard validated the value against the datatype; the type system cannot follow the pairing.
  const Renderer = RENDERERS[props.field.datatype] as FunctionComponent<typeof props & { value: unknown }>;
  return <Renderer {...props} value={props.statement.value} />;
}

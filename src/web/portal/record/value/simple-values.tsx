import { valueMessages } from './messages.ts';
import { formatCount, formatDecimal } from './numbers.ts';
import type { ValueProps } from './value-props.ts';

export function TextValue({ value }: ValueProps<'text'>) {
  return <>{value}</>;
}

export function BooleanValue({ value, frame }: ValueProps<'boolean'>) {
  const text = valueMessages[frame.lang];
  return <>{value ? text.yes : text.no}</>;
}

export function IntegerValue({ value, frame }: ValueProps<'integer'>) {
  return <>{formatCount(value, frame.lang)}</>;
}

export function DecimalValue({ value, frame }: ValueProps<'decimal'>) {
  return <>{formatDecimal(value, frame.lang)}</>;
}

export function UrlValue({ value }: ValueProps<'url'>) {
  return (
    <a href={value} rel="external">
      {value.replace(/^https?:\/\//, '')}
    </a>
  );
}

export function MeasurementValue({ value, field, frame }: ValueProps<'measurement'>) {
  const { lang, catalogue } = frame;
  const scheme = (reference: string | undefined) => reference?.split('@')[0] ?? '';
  const type = catalogue.label(scheme(field.measure?.types), value.type, lang);
  const unit = catalogue.label(scheme(field.measure?.units), value.unit, lang);
  const about = value.approximate ? `${valueMessages[lang].approximate} ` : '';
  return (
    <>
      {type}
      {value.part && ` (${value.part})`}: {about}
      <data value={value.value}>{formatDecimal(value.value, lang)}</data> {unit}
    </>
  );
}

export function IdentifierValue({ value, frame }: ValueProps<'identifier'>) {
  const scheme = frame.catalogue.label('identifier-scheme', value.scheme, frame.lang);
  return (
    <>
      {scheme}: <code>{value.value}</code>
    </>
  );
}

export function FileValue({ value, frame }: ValueProps<'file'>) {
  const { lang, catalogue } = frame;
  return (
    <>
      {value.name} <span class="meta">· {catalogue.label('dossier-document', value.role, lang)}</span>
      {value.sha256 === undefined && <span class="meta"> · {valueMessages[lang].file.notYet}</span>}
    </>
  );
}

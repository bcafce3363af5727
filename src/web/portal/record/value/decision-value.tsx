import { isoDateText } from '../../days.ts';
import { valueMessages } from './messages.ts';
import type { ValueProps } from './value-props.ts';

export function DecisionValue({ value, frame }: ValueProps<'decision'>) {
  const { lang, catalogue, decisions } = frame;
  const words = valueMessages[lang].decision(value.number, isoDateText(value.date, lang));
  const href = decisions.get(value.number);
  const issuer = value.issuer && catalogue.label('decision-issuer', value.issuer, lang);
  return (
    <>
      {href ? <a href={href}>{words}</a> : words}
      {issuer && <span class="meta"> · {issuer}</span>}
    </>
  );
}

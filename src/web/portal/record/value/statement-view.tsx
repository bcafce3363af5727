import type { ComponentChildren } from 'preact';
import { valueMessages } from './messages.ts';
import { Prose } from './prose.tsx';
import { type StatementProps, Value, ValueDetail } from './value.tsx';

/** A value, or in words why there is none, with how certain it is, since when, and from which sources. */
export function StatementView(props: StatementProps) {
  const { statement, frame } = props;
  const text = valueMessages[frame.lang];
  if (statement.value === undefined) {
    return (
      <span class="absent">
        {text.absence[statement.absent ?? 'unknown']}
        <SourceMarks statement={statement} frame={frame} />
      </span>
    );
  }
  const marks = (
    <>
      <Qualification statement={statement} frame={frame} />
      <SourceMarks statement={statement} frame={frame} />
    </>
  );
  if (props.field.datatype === 'localizedText') return <ProseStatement {...props}>{marks}</ProseStatement>;
  return (
    <>
      <Value {...props} />
      {marks}
      <ValueDetail {...props} />
      <Note statement={statement} />
    </>
  );
}

function ProseStatement({ statement, children }: StatementProps & { children: ComponentChildren }) {
  return (
    <>
      <Prose text={String(statement.value)} lang={statement.lang}>
        {children}
      </Prose>
      <Note statement={statement} />
    </>
  );
}

function Note({ statement: { note } }: Pick<StatementProps, 'statement'>) {
  if (note === undefined) return null;
  return (
    <p class="meta" lang="vi">
      {note}
    </p>
  );
}

function Qualification({ statement, frame }: Pick<StatementProps, 'statement' | 'frame'>) {
  const text = valueMessages[frame.lang];
  const { certainty, from, to, by } = statement;
  const words = [
    certainty === 'probable' && text.probable,
    certainty === 'possible' && text.possible,
    from !== undefined && text.since(from),
    to !== undefined && text.until(to),
    by !== undefined && text.statedBy(text.parties[by] ?? by),
  ].filter(Boolean);
  return words.length > 0 ? <span class="meta"> ({words.join(', ')})</span> : null;
}

/** Numbers that lead to the list of sources below. */
export function SourceMarks({ statement, frame }: Pick<StatementProps, 'statement' | 'frame'>) {
  const numbers = (statement.source ?? []).map((source) => frame.footnotes.numberOf(source)).filter(Boolean);
  if (numbers.length === 0) return null;
  return (
    <sup class="source-marks">
      {numbers.map((number) => (
        <a key={number} href={`#source-${number}`} aria-label={valueMessages[frame.lang].source(number)}>
          [{number}]
        </a>
      ))}
    </sup>
  );
}

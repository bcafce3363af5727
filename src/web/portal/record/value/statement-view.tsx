import type { Field, RecordBody, Statement } from '#modules/standards/index.ts';
import type { RecordFrame } from '../frame.ts';
import { valueMessages } from './messages.ts';
import { Value } from './value.tsx';

interface StatementProps {
  statement: Statement;
  field: Field;
  frame: RecordFrame;
  body: RecordBody;
}

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
  return (
    <>
      <Value {...props} />
      <Qualification statement={statement} frame={frame} />
      <SourceMarks statement={statement} frame={frame} />
    </>
  );
}

function Qualification({ statement, frame }: Pick<StatementProps, 'statement' | 'frame'>) {
  const text = valueMessages[frame.lang];
  const { certainty, from, to, by, note } = statement;
  const words = [
    certainty === 'probable' && text.probable,
    certainty === 'possible' && text.possible,
    from !== undefined && text.since(from),
    to !== undefined && text.until(to),
    by !== undefined && text.statedBy(by),
  ].filter(Boolean);
  return (
    <>
      {words.length > 0 && <span class="meta"> ({words.join(', ')})</span>}
      {note && (
        <p class="meta" lang="vi">
          {note}
        </p>
      )}
    </>
  );
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

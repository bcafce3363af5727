import { recordAddress } from '#web/layout/index.ts';
import type { RecordFrame } from '../frame.ts';
import type { ValueProps } from './value-props.ts';

/** A linked record by its title; words of the source where nothing can be linked, with a web address made clickable. */
export function RecordLink({
  pid,
  verbatim,
  frame,
}: {
  pid?: string | undefined;
  verbatim?: string | undefined;
  frame: RecordFrame;
}) {
  const record = pid === undefined ? undefined : frame.records.get(pid);
  if (record) {
    return (
      <a href={recordAddress(frame.lang, record.kind, record.pid, record.slug)} lang="vi">
        {record.title}
      </a>
    );
  }
  if (verbatim !== undefined) return <CitedText text={verbatim} />;
  // A record that this reader may not see is named by its identifier alone.
  return pid === undefined ? null : <code>{pid}</code>;
}

const ADDRESS = /(https?:\/\/[^\s;,)]+)/;

/** Text of a source with its web addresses as links. */
export function CitedText({ text }: { text: string }) {
  return (
    <span lang="vi">
      {text.split(ADDRESS).map((part, index) =>
        index % 2 === 1 ? (
          <a key={part} href={part} rel="external">
            {part.replace(/^https?:\/\//, '')}
          </a>
        ) : (
          part
        ),
      )}
    </span>
  );
}

export function ReferenceValue({ value, frame }: ValueProps<'reference'>) {
  return <RecordLink pid={value.pid} verbatim={value.verbatim} frame={frame} />;
}

export function AgentRoleValue({ value, field, frame }: ValueProps<'agentRole'>) {
  const role = frame.catalogue.label(field.roles?.split('@')[0] ?? '', value.role, frame.lang);
  return (
    <>
      <RecordLink pid={value.pid} verbatim={value.verbatim} frame={frame} />
      <span class="meta"> · {role}</span>
    </>
  );
}

import { compareVietnamese } from '#formats/vietnamese/index.ts';
import type { RelationView } from '#modules/registry/index.ts';
import type { RecordFrame } from './frame.ts';
import { recordMessages } from './messages.ts';
import { groupRelations } from './relation-groups.ts';
import type { Sheet } from './sheet.ts';
import { RecordLink } from './value/reference-value.tsx';
import { SourceMarks } from './value/statement-view.tsx';

/** Names shown at once; the others of the same kind of relation are folded. */
const SHOWN = 12;

/** Other records, grouped by what the relation means and named as seen from this record. */
export function RelationList({ sheet: { record, frame } }: { sheet: Sheet }) {
  const { lang, catalogue } = frame;
  const text = recordMessages[lang];
  if (record.relations.length === 0) return null;
  return (
    <section id="record-relations" class="fact-group" aria-labelledby="record-relations-title">
      <h2 id="record-relations-title">{text.relations}</h2>
      {groupRelations(record.relations).map(({ meaning, types }) => (
        <div key={meaning} class="relation-group">
          <h3>{text.relationGroups[meaning]}</h3>
          <dl class="facts">
            {types.map(({ type, relations }) => (
              <div key={type} class="fact">
                <dt>{catalogue.label('relation-type', type, lang)}</dt>
                <dd>
                  <Related relations={relations} frame={frame} />
                </dd>
              </div>
            ))}
          </dl>
        </div>
      ))}
      {record.moreRelations && <p class="meta">{text.moreRelations}</p>}
    </section>
  );
}

function Related({ relations, frame }: { relations: readonly RelationView[]; frame: RecordFrame }) {
  const sorted = relations.toSorted((a, b) => compareVietnamese(a.record.title.vi, b.record.title.vi));
  const [shown, folded] = [sorted.slice(0, SHOWN), sorted.slice(SHOWN)];
  return (
    <>
      <Names relations={shown} frame={frame} />
      {folded.length > 0 && (
        <details>
          <summary>{recordMessages[frame.lang].showMore(folded.length)}</summary>
          <Names relations={folded} frame={frame} />
        </details>
      )}
    </>
  );
}

function Names({ relations, frame }: { relations: readonly RelationView[]; frame: RecordFrame }) {
  const { lang, catalogue } = frame;
  return (
    <ul class="values">
      {relations.map((relation) => (
        <li key={relation.id}>
          <RecordLink pid={relation.record.pid} frame={frame} />
          <span class="meta"> · {catalogue.label('record-kind', relation.record.kind, lang)}</span>
          {(relation.fromDate ?? relation.toDate) !== null && (
            <span class="meta">
              {' '}
              ({relation.fromDate ?? '…'} – {relation.toDate ?? '…'})
            </span>
          )}
          {relation.note !== null && (
            <span class="meta" lang="vi">
              {' '}
              · {relation.note}
            </span>
          )}
          <SourceMarks statement={{ id: '', source: [relation.source] }} frame={frame} />
        </li>
      ))}
    </ul>
  );
}

import { dayFromIso, formatDateRange } from '#formats/dates/index.ts';
import type { RecordDesignation } from '#modules/registry/index.ts';
import { codeKey } from '#modules/standards/index.ts';
import { ADDRESSES } from '#web/layout/index.ts';
import { isoDateText } from '../days.ts';
import type { RecordFrame } from './frame.ts';
import { recordMessages } from './messages.ts';
import type { Sheet } from './sheet.ts';
import { SourceMarks } from './value/statement-view.tsx';

/** Every legal act on the record, oldest first, with the decision that made it. */
export function DesignationTable({ sheet: { record, frame } }: { sheet: Sheet }) {
  const text = recordMessages[frame.lang];
  const columns = text.designationColumns;
  if (record.designations.length === 0) return null;
  return (
    <section id="record-designations" class="fact-group" aria-labelledby="record-designations-title">
      <h2 id="record-designations-title">{text.designations}</h2>
      <table class="stacking">
        <thead>
          <tr>
            {Object.values(columns).map((column) => (
              <th key={column} scope="col">
                {column}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {record.designations.map((act) => (
            <tr key={`${act.id} ${act.component}`}>
              <td data-label={columns.act}>{text.acts[act.act]}</td>
              <td data-label={columns.list}>
                <ListAndRank act={act} frame={frame} />
              </td>
              <td data-label={columns.decision}>
                <DecisionOf act={act} frame={frame} />
              </td>
              <td data-label={columns.name} lang="vi">
                {[act.verbatimName, act.component].filter(Boolean).join(' – ')}
                {act.verbatimPlace !== '' && <p class="meta">{act.verbatimPlace}</p>}
              </td>
              <td data-label={columns.standing}>{text.standing[act.standing]}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </section>
  );
}

function ListAndRank({ act, frame }: { act: RecordDesignation; frame: RecordFrame }) {
  const { lang, catalogue } = frame;
  const text = recordMessages[lang];
  const details = [
    act.rank !== null && act.rank !== act.list && catalogue.label('designation-list', act.rank, lang),
    act.batch !== null && text.batch(act.batch),
    act.registryNumber !== null && text.registryNumber(act.registryNumber),
    act.criteria !== null && text.criteria(act.criteria),
  ].filter(Boolean);
  return (
    <>
      <a href={`${ADDRESSES.search[lang]}?list=${codeKey(act.list)}`}>
        {catalogue.label('designation-list', act.list, lang)}
      </a>
      {details.length > 0 && <p class="meta">{details.join(' · ')}</p>}
      {act.note !== null && (
        <p class="meta" lang="vi">
          {act.note}
        </p>
      )}
    </>
  );
}

function DecisionOf({ act, frame }: { act: RecordDesignation; frame: RecordFrame }) {
  const { lang, catalogue } = frame;
  const text = recordMessages[lang];
  const marks = <SourceMarks statement={{ id: '', source: [act.source] }} frame={frame} />;
  const { decision } = act;
  if ('absent' in decision) {
    return (
      <>
        <span class="absent">{text.decisionAbsence[decision.absent]}</span> {effectiveText(act, lang)}
        {marks}
      </>
    );
  }
  return (
    <>
      <a href={`${ADDRESSES.decisions[lang]}/${decision.key}`}>{decision.number}</a>
      {marks}
      <p class="meta">
        {[isoDateText(decision.date, lang), catalogue.label('decision-issuer', decision.issuer, lang)]
          .filter(Boolean)
          .join(' · ')}
      </p>
    </>
  );
}

function effectiveText({ effective }: RecordDesignation, lang: 'vi' | 'en'): string {
  const [earliest, latest] = [effective.earliest, effective.latest].map((iso) =>
    iso === null ? null : dayFromIso(iso),
  );
  if (earliest == null && latest == null) return '';
  return formatDateRange({ earliest: earliest ?? null, latest: latest ?? null }, lang);
}

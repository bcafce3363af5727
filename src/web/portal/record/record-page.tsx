import type { TerritoryMap } from '#formats/geo/index.ts';
import { ADDRESSES } from '#web/layout/index.ts';
import { ActionBar } from './action-bar.tsx';
import { DesignationTable } from './designation-table.tsx';
import { FactGroup, hasFacts } from './fact.tsx';
import { Locator } from './locator.tsx';
import { recordMessages } from './messages.ts';
import { PrintMark, RecordData, RecordHistory, SourceList } from './record-foot.tsx';
import { Lead, RecordHead } from './record-head.tsx';
import { RelationList } from './relation-list.tsx';
import { RightsLine } from './rights-line.tsx';
import type { Sheet } from './sheet.ts';

export interface RecordPageProps {
  sheet: Sheet;
  map: TerritoryMap;
  operator: string | null;
  readAt: Date;
}

/** A record in three depths: the overview, the entry by its standard, and where it comes from (ux.md P3). */
export function RecordPage({ sheet, map, operator, readAt }: RecordPageProps) {
  const { record, standard, frame } = sheet;
  return (
    <article class={`record kind-${record.kind}`}>
      <PrintMark sheet={sheet} />
      <OldVersionNotice sheet={sheet} />
      <div class="record-top">
        <RecordHead sheet={sheet} />
        <div class="record-overview">
          <ActionBar sheet={sheet} operator={operator} readAt={readAt} />
          <RightsLine sheet={sheet} />
          <Lead sheet={sheet} />
        </div>
      </div>
      <div class="record-columns">
        <aside class="record-aside">
          <PageContents sheet={sheet} />
          <Locator sheet={sheet} map={map} />
        </aside>
        <div class="record-sections">
          {standard.groups.map((group) => (
            <FactGroup key={group.id} group={group} body={record.body} frame={frame} />
          ))}
          <DesignationTable sheet={sheet} />
          <RelationList sheet={sheet} />
          <SourceList sheet={sheet} />
          <RecordHistory sheet={sheet} />
          <RecordData sheet={sheet} />
        </div>
      </div>
    </article>
  );
}

function OldVersionNotice({ sheet: { record, frame, addresses } }: { sheet: Sheet }) {
  if (record.version === record.currentVersion) return null;
  const text = recordMessages[frame.lang];
  return (
    <p class="notice">
      {text.oldVersion(record.version, record.currentVersion)}{' '}
      <a href={addresses[frame.lang]}>{text.toCurrent}</a> ·{' '}
      <a href={`${ADDRESSES.versions[frame.lang]}/${record.pid}`}>{text.allVersions}</a>
    </p>
  );
}

/** Links to the sections that this record has. */
function PageContents({ sheet: { record, standard, frame } }: { sheet: Sheet }) {
  const { lang } = frame;
  const text = recordMessages[lang];
  const groups = standard.groups
    .filter((group) => hasFacts(group, record.body))
    .map((group) => ({ id: group.id, label: group.label[lang] }));
  const entries = [
    ...groups,
    ...(record.designations.length > 0 ? [{ id: 'record-designations', label: text.designations }] : []),
    ...(record.relations.length > 0 ? [{ id: 'record-relations', label: text.relations }] : []),
    { id: 'record-sources', label: text.sources },
    { id: 'record-history', label: text.history },
    { id: 'record-data', label: text.dataSection },
  ];
  return (
    <nav class="contents" aria-labelledby="contents-title">
      <h2 id="contents-title">{text.onThisPage}</h2>
      <ol>
        {entries.map(({ id, label }) => (
          <li key={id}>
            <a href={`#${id}`}>{label}</a>
          </li>
        ))}
      </ol>
    </nav>
  );
}

import type { ComponentChildren } from 'preact';
import { slugify } from '#formats/vietnamese/index.ts';
import type { ActMember, ActView, DecisionView } from '#modules/registry/index.ts';
import { type Catalogue, codeKey } from '#modules/standards/index.ts';
import { ADDRESSES, recordAddress } from '#web/layout/index.ts';
import { isoDateText } from '../days.ts';
import { recordMessages } from '../record/messages.ts';
import { CitedText } from '../record/value/reference-value.tsx';
import { Summary } from './decision-list-page.tsx';
import { decisionMessages } from './messages.ts';

interface DecisionPageProps {
  lang: 'vi' | 'en';
  catalogue: Catalogue;
  decision: DecisionView;
  acts: readonly ActView[];
  /** The day for which standing is told, YYYY-MM-DD. */
  on: string;
  next: string | undefined;
}

export function DecisionPage({ lang, catalogue, decision, acts, on, next }: DecisionPageProps) {
  const text = decisionMessages[lang];
  return (
    <article>
      <h1>{text.decision(decision.number)}</h1>
      <Summary decision={decision} lang={lang} />
      <DecisionFacts decision={decision} catalogue={catalogue} lang={lang} />
      <h2>{text.acts}</h2>
      {acts.length === 0 ? <p>{text.noActs}</p> : <p class="meta">{text.onDay(isoDateText(on, lang))}</p>}
      {groupActs(acts).map((group) => (
        <ActGroup key={group[0]?.id} acts={group} catalogue={catalogue} lang={lang} />
      ))}
      {next !== undefined && (
        <p class="pager">
          <a class="button" href={next} rel="next">
            {text.moreActs}
          </a>
        </p>
      )}
    </article>
  );
}

type Shown = Pick<DecisionPageProps, 'lang' | 'catalogue'>;

function DecisionFacts({ decision, catalogue, lang }: Shown & { decision: DecisionView }) {
  const { facts } = decisionMessages[lang];
  const date = [isoDateText(decision.date, lang), decision.dateNote].filter(Boolean).join(' · ');
  return (
    <dl class="facts">
      <Fact label={facts.number}>{decision.number}</Fact>
      <Fact label={facts.date}>{date || decisionMessages[lang].noDate}</Fact>
      <Fact label={facts.issuer}>{catalogue.label('decision-issuer', decision.issuer, lang)}</Fact>
      {decision.signer !== null && <Fact label={facts.signer}>{decision.signer}</Fact>}
      {decision.inForceFrom !== null && (
        <Fact label={facts.inForceFrom}>{isoDateText(decision.inForceFrom, lang)}</Fact>
      )}
      {decision.replaces !== null && (
        <Fact label={facts.replaces}>
          <DecisionLink decisionKey={decision.replaces} lang={lang} />
        </Fact>
      )}
      {decision.replacedBy.length > 0 && (
        <Fact label={facts.replacedBy}>
          {decision.replacedBy.map((key) => (
            <DecisionLink key={key} decisionKey={key} lang={lang} />
          ))}
        </Fact>
      )}
      <Fact label={facts.source}>
        <CitedText text={decision.source} />
      </Fact>
    </dl>
  );
}

function Fact({ label, children }: { label: string; children: ComponentChildren }) {
  return (
    <div class="fact">
      <dt>{label}</dt>
      <dd>{children}</dd>
    </div>
  );
}

function DecisionLink({ decisionKey, lang }: { decisionKey: string; lang: 'vi' | 'en' }) {
  return <a href={`${ADDRESSES.decisions[lang]}/${decisionKey}`}>{decisionKey}</a>;
}

/** Acts that do the same, one for each thing they name, are read as one list. */
function groupActs(acts: readonly ActView[]): ActView[][] {
  const groups = Map.groupBy(acts, ({ act, list, rank, batch }) => JSON.stringify([act, list, rank, batch]));
  return [...groups.values()];
}

function ActGroup({ acts, catalogue, lang }: Shown & { acts: readonly ActView[] }) {
  const text = decisionMessages[lang];
  const record = recordMessages[lang];
  const [first] = acts;
  if (!first) return null;
  const count = acts.reduce((sum, act) => sum + act.memberCount, 0);
  const hidden = count - acts.reduce((sum, act) => sum + act.members.length, 0);
  return (
    <section class="fact-group" aria-labelledby={`act-${first.id}`}>
      <h3 id={`act-${first.id}`}>{catalogue.label('designation-list', first.list, lang)}</h3>
      <p class="meta">
        {[
          record.acts[first.act],
          first.rank !== null &&
            first.rank !== first.list &&
            catalogue.label('designation-list', first.rank, lang),
          first.batch !== null && record.batch(first.batch),
          text.members(count),
        ]
          .filter(Boolean)
          .join(' · ')}
      </p>
      <Members acts={acts} lang={lang} />
      {hidden > 0 && (
        <p>
          {text.moreMembers(hidden)}{' '}
          <a href={`${ADDRESSES.search[lang]}?list=${codeKey(first.list)}`}>{text.findMembers}</a>
        </p>
      )}
    </section>
  );
}

function Members({ acts, lang }: { acts: readonly ActView[]; lang: 'vi' | 'en' }) {
  const { memberColumns: columns } = decisionMessages[lang];
  const rows = acts.flatMap((act) => act.members.map((member) => ({ act, member })));
  if (rows.length === 0) return null;
  return (
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
        {rows.map(({ act, member }) => (
          <MemberRow
            key={`${act.id} ${member.pid} ${member.component}`}
            act={act}
            member={member}
            lang={lang}
          />
        ))}
      </tbody>
    </table>
  );
}

function MemberRow({ act, member, lang }: { act: ActView; member: ActMember; lang: 'vi' | 'en' }) {
  const { memberColumns: columns } = decisionMessages[lang];
  const record = recordMessages[lang];
  const details = [
    act.registryNumber !== null && record.registryNumber(act.registryNumber),
    act.criteria !== null && record.criteria(act.criteria),
  ].filter(Boolean);
  return (
    <tr>
      <td data-label={columns.name}>
        <span lang="vi">{[member.verbatimName, member.component].filter(Boolean).join(' – ')}</span>
        {details.length > 0 && <p class="meta">{details.join(' · ')}</p>}
        {act.note !== null && (
          <p class="meta" lang="vi">
            {act.note}
          </p>
        )}
      </td>
      <td data-label={columns.place} lang="vi">
        {member.verbatimPlace}
      </td>
      <td data-label={columns.record}>
        <a href={recordAddress(lang, member.kind, member.pid, slugify(member.title.vi))} lang="vi">
          {member.title.vi}
        </a>
      </td>
      <td data-label={columns.standing}>{record.standing[member.standing]}</td>
    </tr>
  );
}

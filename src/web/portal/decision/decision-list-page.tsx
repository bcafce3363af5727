import type { DecisionKey, DecisionView, Page } from '#modules/registry/index.ts';
import type { Catalogue } from '#modules/standards/index.ts';
import { ADDRESSES } from '#web/layout/index.ts';
import { isoDateText } from '../days.ts';
import { decisionMessages } from './messages.ts';

interface DecisionListProps {
  lang: 'vi' | 'en';
  catalogue: Catalogue;
  page: Page<DecisionView, DecisionKey>;
  issuer: string | undefined;
  /** Where the list goes on. */
  next: string | undefined;
}

export function DecisionListPage({ lang, catalogue, page, issuer, next }: DecisionListProps) {
  const text = decisionMessages[lang];
  const { columns } = text;
  return (
    <>
      <h1>{text.title}</h1>
      <p class="lead">{text.lead}</p>
      <IssuerFilter lang={lang} catalogue={catalogue} issuer={issuer} />
      {page.items.length === 0 && <p class="notice">{text.none}</p>}
      {page.items.length > 0 && (
        <table class="stacking">
          <thead>
            <tr>
              <th scope="col">{columns.number}</th>
              <th scope="col">{columns.date}</th>
              <th scope="col">{columns.issuer}</th>
              <th scope="col" class="number">
                {columns.acts}
              </th>
            </tr>
          </thead>
          <tbody>
            {page.items.map((decision) => (
              <tr key={decision.key}>
                <th scope="row" data-label={columns.number}>
                  <a href={`${ADDRESSES.decisions[lang]}/${decision.key}`}>{decision.number}</a>
                  <Summary decision={decision} lang={lang} />
                </th>
                <td data-label={columns.date}>{isoDateText(decision.date, lang) || text.noDate}</td>
                <td data-label={columns.issuer}>
                  {catalogue.label('decision-issuer', decision.issuer, lang)}
                </td>
                <td data-label={columns.acts} class="number">
                  {decision.acts}
                </td>
              </tr>
            ))}
          </tbody>
        </table>
      )}
      {next !== undefined && (
        <p class="pager">
          <a class="button" href={next} rel="next">
            {text.older}
          </a>
        </p>
      )}
    </>
  );
}

export function Summary({ decision, lang }: { decision: Pick<DecisionView, 'summary'>; lang: 'vi' | 'en' }) {
  const own = decision.summary[lang];
  const shown = own ?? decision.summary.vi ?? decision.summary.en;
  if (shown === null) return null;
  return (
    <p class="meta" lang={own === null ? (decision.summary.vi === null ? 'en' : 'vi') : lang}>
      {shown}
    </p>
  );
}

function IssuerFilter({ lang, catalogue, issuer }: Pick<DecisionListProps, 'lang' | 'catalogue' | 'issuer'>) {
  const text = decisionMessages[lang];
  const issuers = catalogue.codeList('decision-issuer')?.codes ?? [];
  return (
    <form class="filter no-print" action={ADDRESSES.decisions[lang]} method="get">
      <label for="issuer">{text.issuerFilter}</label>
      <select id="issuer" name="issuer">
        <option value="">{text.allIssuers}</option>
        {issuers.map(({ code, label }) => (
          <option key={code} value={code} selected={code === issuer}>
            {label[lang]}
          </option>
        ))}
      </select>
      <button type="submit">{text.apply}</button>
    </form>
  );
}

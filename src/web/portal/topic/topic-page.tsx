import type { ComponentChildren } from 'preact';
import { NationalMap } from '#web/components/national-map.tsx';
import { RecordCountList } from '../record-count-list.tsx';
import { number } from '../search/numbers.ts';
import { Results } from '../search/results.tsx';
import { yearsText } from './assemble.ts';
import { topicMessages } from './messages.ts';
import { TopicLinks } from './topic-pages.tsx';
import type { CenturyCount, TopicView } from './view.ts';

/** Provinces beside the map; those without a record are on the map only. */
const MOST_PROVINCES = 34;

export function TopicPage(view: TopicView) {
  const { lang, topic, total, href } = view;
  const text = topicMessages[lang];
  const label = topic.label[lang];
  return (
    <>
      <h1 class="term">{label}</h1>
      <p class="lead">
        {topic.definition?.[lang] ?? (total === 0 ? text.none(label) : text.recordsLead(number(total, lang)))}
      </p>
      <About {...view} />
      {total === 0 && topic.definition !== undefined && <p class="notice">{text.none(label)}</p>}
      {total > 0 && (
        <section aria-labelledby="records">
          <h2 id="records">{text.records}</h2>
          {topic.definition !== undefined && <p>{text.recordsLead(number(total, lang))}</p>}
          <Counts {...view} />
          <p>
            <a class="button" href={href}>
              {text.all(number(total, lang))}
            </a>
          </p>
        </section>
      )}
      {view.highlights.length > 0 && (
        <section aria-labelledby="highlights">
          <h2 id="highlights">{text.highlights}</h2>
          <Results state={{ lang, pairs: [] }} view="grid" items={view.highlights} />
        </section>
      )}
      {total > 0 && <Places {...view} />}
      {view.centuries.length > 0 && <Centuries {...view} />}
    </>
  );
}

function Counts({ lang, kinds, lists }: TopicView) {
  const text = topicMessages[lang];
  return (
    <div class="topic-counts">
      <div>
        <h3>{text.byKind}</h3>
        <RecordCountList counts={kinds} lang={lang} />
      </div>
      {lists.length > 0 && (
        <div>
          <h3>{text.byList}</h3>
          <RecordCountList counts={lists} lang={lang} />
        </div>
      )}
    </div>
  );
}

/** What the list says of the term: names, years, relations, identifiers. */
function About({ lang, topic, scheme, broader, narrower, related, eras }: TopicView) {
  const text = topicMessages[lang];
  const other = lang === 'vi' ? 'en' : 'vi';
  const { label, alternatives, han, years, notation, exactMatch, closeMatch, history, note, id } = topic;
  const names = alternatives[lang];
  return (
    <section aria-labelledby="about">
      <h2 id="about" class="visually-hidden">
        {text.about}
      </h2>
      <dl class="facts">
        <Fact label={text.otherNames}>
          <ul class="values">
            {label[other] !== label[lang] && <li lang={other}>{label[other]}</li>}
            {names.length > 0 && <li>{names.join(', ')}</li>}
          </ul>
        </Fact>
        {han !== undefined && (
          <Fact label={text.han}>
            <span lang="lzh">{han}</span>
          </Fact>
        )}
        {years !== undefined && (
          <Fact label={text.years}>
            {yearsText(years, lang)}
            <span class="meta">{text.yearsFrom[years.basis]}</span>
          </Fact>
        )}
        {notation !== undefined && <Fact label={text.notation}>{notation}</Fact>}
        {note !== undefined && <Fact label={text.note}>{note[lang]}</Fact>}
        {broader.length > 0 && (
          <Fact label={text.broader}>
            <TopicLinks topics={broader} lang={lang} />
          </Fact>
        )}
        {narrower.length > 0 && (
          <Fact label={text.narrower}>
            <TopicLinks topics={narrower} lang={lang} />
          </Fact>
        )}
        {related.length > 0 && (
          <Fact label={text.related}>
            <TopicLinks topics={related} lang={lang} />
          </Fact>
        )}
        {eras.length > 0 && (
          <Fact label={text.eras}>
            <ul class="record-counts">
              {eras.map((era) => (
                <li key={era.href}>
                  <a href={era.href} lang="vi">
                    {era.label}
                  </a>{' '}
                  {era.han !== undefined && <span lang="lzh">{era.han}</span>}
                  <span class="meta"> {era.years}</span>
                </li>
              ))}
            </ul>
          </Fact>
        )}
        <Matches label={text.exactMatch} addresses={exactMatch} />
        <Matches label={text.closeMatch} addresses={closeMatch} />
        {history.length > 0 && (
          <Fact label={text.history}>
            <ul class="values" lang="vi">
              {history.map(({ date, note: words }) => (
                <li key={date + words}>{words}</li>
              ))}
            </ul>
          </Fact>
        )}
        <Fact label={text.identifier}>
          <a href={`${scheme.published[lang]}${scheme.source === 'vocabulary' ? `#${id}` : ''}`}>
            <code>{id}</code> · {text.seeList}
          </a>
        </Fact>
      </dl>
    </section>
  );
}

function Matches({ label, addresses }: { label: string; addresses: readonly string[] }) {
  if (addresses.length === 0) return null;
  return (
    <Fact label={label}>
      <ul class="values">
        {addresses.map((address) => (
          <li key={address}>
            <a href={address} rel="external noopener">
              {address}
            </a>
          </li>
        ))}
      </ul>
    </Fact>
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

function Places({ lang, map, topic, provinces }: TopicView) {
  const text = topicMessages[lang];
  const found = provinces.filter(({ count }) => count > 0);
  const onMap = new Map(found.map(({ code, href, count }) => [code, { href, count }]));
  if (found.length === 0) return null;
  return (
    <section aria-labelledby="places">
      <h2 id="places">{text.places}</h2>
      <div class="places">
        <NationalMap map={map} lang={lang} title={text.map(topic.label[lang])} provinces={onMap} />
        <div>
          <RecordCountList counts={found.slice(0, MOST_PROVINCES)} lang={lang} />
        </div>
      </div>
    </section>
  );
}

/** Bars beside their numbers: the table says all that the drawing does. */
function Centuries({ lang, centuries, undated }: TopicView) {
  const text = topicMessages[lang];
  const most = Math.max(...centuries.map(({ count }) => count));
  return (
    <section aria-labelledby="time">
      <h2 id="time">{text.time}</h2>
      <p class="meta">{text.timeLead}</p>
      <table class="century-table">
        <thead>
          <tr>
            <th scope="col">{text.century}</th>
            <th scope="col" class="number">
              {text.count}
            </th>
            <td />
          </tr>
        </thead>
        <tbody>
          {centuries.map((century) => (
            <Century key={century.href} {...century} most={most} lang={lang} />
          ))}
        </tbody>
      </table>
      {undated > 0 && <p class="meta">{text.undated(number(undated, lang))}</p>}
    </section>
  );
}

function Century({ label, count, href, most, lang }: CenturyCount & { most: number; lang: 'vi' | 'en' }) {
  return (
    <tr>
      <th scope="row">
        <a href={href}>{label}</a>
      </th>
      <td class="number">{number(count, lang)}</td>
      <td>
        <svg class="bar" viewBox="0 0 100 10" preserveAspectRatio="none" aria-hidden="true" focusable="false">
          <rect width={((count / most) * 100).toFixed(1)} height="10" />
        </svg>
      </td>
    </tr>
  );
}

import type { HistoryStep } from '#modules/places/index.ts';
import type { Lang } from '#platform/i18n/index.ts';
import { NationalMap } from '#web/components/national-map.tsx';
import { ADDRESSES } from '#web/layout/index.ts';
import { isoDateText } from '../days.ts';
import { RecordCountList } from '../record-count-list.tsx';
import { RecordLinks } from '../record-links.tsx';
import { number } from '../search/numbers.ts';
import { Results } from '../search/results.tsx';
import type { ResultItem } from '../search/view.ts';
import { lastDay } from './index-view.ts';
import { placeMessages } from './messages.ts';
import { fullPlaceName, pageOfUnit, typeName } from './place-names.ts';
import type { PlaceHeritage, PlaceView } from './view.ts';

/** Name, map of the whole country with the place set off, and what kind of unit it is. */
export function PlaceTop(view: PlaceView & { lead?: string }) {
  const { lang, map, title, name, highlighted, unit, lead } = view;
  const text = placeMessages[lang];
  const { lat, lon, level } = unit;
  const mark = level === 'commune' && lat !== null && lon !== null ? [{ lat, lon, label: title }] : [];
  return (
    <>
      <h1>{title}</h1>
      {lead !== undefined && <p class="lead">{lead}</p>}
      <div class="place-top">
        <div>
          <Heritage {...view} />
          <SearchHere lang={lang} code={view.heritage.code} name={name} />
        </div>
        <figure class="locator">
          <NationalMap
            map={map}
            lang={lang}
            title={text.locator(name)}
            highlighted={highlighted}
            marks={mark}
          />
          <figcaption class="meta">{text.whole}</figcaption>
        </figure>
      </div>
    </>
  );
}

function Heritage({ lang, heritage, name }: Pick<PlaceView, 'lang' | 'heritage' | 'name'>) {
  const text = placeMessages[lang];
  if (heritage.total === 0) return null;
  return (
    <section aria-labelledby="counts">
      <h2 id="counts">{text.counts}</h2>
      <h3>{text.byKind}</h3>
      <RecordCountList counts={heritage.kinds} lang={lang} />
      {heritage.lists.length > 0 && (
        <>
          <h3>{text.byList}</h3>
          <RecordCountList counts={heritage.lists} lang={lang} />
        </>
      )}
      <p>
        <a
          class="button"
          href={heritage.href}
          aria-label={`${text.all(number(heritage.total, lang))}: ${name}`}
        >
          {text.all(number(heritage.total, lang))}
        </a>
      </p>
    </section>
  );
}

function SearchHere({ lang, code, name }: { lang: Lang; code: string; name: string }) {
  const text = placeMessages[lang];
  return (
    <search>
      <form class="filter no-print" action={ADDRESSES.search[lang]} method="get">
        <label for="place-q">
          {text.searchHere} <span class="visually-hidden">({name})</span>
        </label>
        <input type="hidden" name="place" value={code} />
        <input id="place-q" type="search" name="q" maxLength={300} />
        <button type="submit">{text.findButton}</button>
      </form>
    </search>
  );
}

export function Highlights({ lang, title, items }: { lang: Lang; title: string; items: ResultItem[] }) {
  if (items.length === 0) return null;
  return (
    <section aria-labelledby="highlights">
      <h2 id="highlights">{title}</h2>
      <Results state={{ lang, pairs: [] }} view="grid" items={items} />
    </section>
  );
}

export function Festivals({ lang, festivals }: Pick<PlaceView, 'lang' | 'festivals'>) {
  const text = placeMessages[lang];
  const { coming, known, href } = festivals;
  if (known === 0) return null;
  return (
    <section aria-labelledby="festivals">
      <h2 id="festivals">{text.festivals}</h2>
      {coming.length === 0 && <p>{text.noFestival}</p>}
      <ul class="former-places">
        {coming.map((festival) => (
          <li key={festival.href + festival.startIso}>
            <time dateTime={festival.startIso}>{festival.dates}</time> ·{' '}
            <a href={festival.href} lang={festival.nameLang}>
              {festival.name}
            </a>{' '}
            <span class="meta">{festival.certainty}</span>
          </li>
        ))}
      </ul>
      <p>
        <a href={href}>{text.festivalsAll}</a>
      </p>
    </section>
  );
}

export function Museums({ lang, museums }: { lang: Lang; museums: PlaceHeritage['museums'] }) {
  const text = placeMessages[lang];
  const { items, total, href } = museums;
  if (total === 0) return null;
  return (
    <section aria-labelledby="museums">
      <h2 id="museums">{text.museums}</h2>
      <RecordLinks
        items={items}
        more={total > items.length ? { href, label: text.allMuseums(number(total, lang)) } : undefined}
      />
    </section>
  );
}

/** Type, code, size and days of a unit, and where that is known from. */
export function UnitFacts({ lang, unit, details }: Pick<PlaceView, 'lang' | 'unit' | 'details'>) {
  const text = placeMessages[lang];
  const { area, population, note, types, source } = details;
  const facts: [string, string][] = [
    [text.type, typeName(unit.type, lang)],
    [text.code, unit.code ?? ''],
    [text.area, area === null ? '' : text.areaValue(number(Number(area), lang))],
    [text.population, population === null ? '' : number(population, lang)],
    [text.validity, isoDateText(unit.from, lang)],
    [text.ended, unit.to === null ? '' : lastDay(unit.to, lang)],
  ];
  return (
    <section aria-labelledby="unit">
      <h2 id="unit">{text.facts}</h2>
      <dl class="facts">
        {facts
          .filter(([, value]) => value !== '')
          .map(([label, value]) => (
            <Fact key={label} label={label}>
              {value}
            </Fact>
          ))}
        {types.length > 1 && (
          <Fact label={text.typesOverTime}>
            <TypesOverTime lang={lang} types={types} />
          </Fact>
        )}
        {note !== null && (
          <Fact label={text.note}>
            <span lang="vi">{note}</span>
          </Fact>
        )}
        <Fact label={text.source}>
          <span lang={lang === 'vi' ? undefined : 'vi'}>{source}</span>
        </Fact>
      </dl>
    </section>
  );
}

function Fact({ label, children }: { label: string; children: preact.ComponentChildren }) {
  return (
    <div class="fact">
      <dt>{label}</dt>
      <dd>{children}</dd>
    </div>
  );
}

function TypesOverTime({ lang, types }: { lang: Lang; types: PlaceView['details']['types'] }) {
  const text = placeMessages[lang];
  return (
    <ul class="values">
      {types.map(({ fullName, from, to, legalBasis }) => (
        <li key={fullName}>
          <span lang="vi">{fullName}</span>
          <span class="meta">
            {from !== null && ` · ${text.from(isoDateText(from, lang))}`}
            {to !== null && ` · ${text.until(lastDay(to, lang))}`}
            {legalBasis !== '' && <span lang="vi"> · {legalBasis}</span>}
          </span>
        </li>
      ))}
    </ul>
  );
}

/** Units with the words of the source, under the act and the day that joined or ended them. */
export function Steps({ lang, steps }: { lang: Lang; steps: readonly HistoryStep[] }) {
  const text = placeMessages[lang];
  const acts = [...Map.groupBy(steps, ({ legalBasis, date }) => `${date} ${legalBasis}`).values()];
  return acts.map((list) => (
    <>
      <ul>
        {list.map((step) => (
          <li key={step.key}>
            <Step step={step} lang={lang} />
          </li>
        ))}
      </ul>
      <p class="meta">{text.act(list[0]?.legalBasis ?? '', isoDateText(list[0]?.date, lang))}</p>
    </>
  ));
}

function Step({ step, lang }: { step: HistoryStep; lang: Lang }) {
  const href = pageOfUnit(lang, step);
  const name = step.scheme === 'named' ? step.fullName : fullPlaceName(step, lang);
  const extent = placeMessages[lang].extents[step.extent];
  // The words of the source say more than the name: "(phần còn lại sau khi sáp nhập vào …)".
  const words = step.verbatim !== null && step.verbatim !== step.fullName ? step.verbatim : undefined;
  return (
    <>
      {href === undefined ? <span lang="vi">{name}</span> : <a href={href}>{name}</a>}
      {words === undefined && extent !== '' && <span class="meta"> · {extent}</span>}
      {words !== undefined && (
        <span class="meta" lang="vi">
          {' '}
          · {words}
        </span>
      )}
    </>
  );
}

export function History({ lang, history }: Pick<PlaceView, 'lang' | 'history'>) {
  const text = placeMessages[lang];
  const before = history.filter(({ relation }) => relation === 'predecessor');
  const after = history.filter(({ relation }) => relation === 'successor');
  if (history.length === 0) return null;
  return (
    <section aria-labelledby="history">
      <h2 id="history">{text.history}</h2>
      {before.length > 0 && (
        <>
          <h3>{text.mergedFrom}</h3>
          <Steps lang={lang} steps={before} />
        </>
      )}
      {after.length > 0 && (
        <>
          <h3>{text.became}</h3>
          <Steps lang={lang} steps={after} />
        </>
      )}
    </section>
  );
}

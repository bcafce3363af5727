import { KindMotif } from '#web/components/kind-motif.tsx';
import { NationalMap } from '#web/components/national-map.tsx';
import { ADDRESSES } from '#web/layout/index.ts';
import { number } from '../search/numbers.ts';
import { Hero } from './hero.tsx';
import { homeMessages } from './messages.ts';
import { TodayStrip } from './today-strip.tsx';
import type { HomeView } from './view.ts';

/** The content of the home page, complete without scripts. */
export function HomePage(view: HomeView) {
  return (
    <>
      <Hero {...view} />
      <TodayStrip {...view} />
      <Doors {...view} />
      <Places {...view} />
      <div class="home-columns">
        <Decisions {...view} />
        <div>
          <Programme {...view} />
          <OpenData {...view} />
        </div>
      </div>
    </>
  );
}

function Doors({ lang, doors, others }: HomeView) {
  const text = homeMessages[lang];
  return (
    <section aria-labelledby="doors">
      <h2 id="doors">{text.doors}</h2>
      <ul class="cards doors">
        {doors.map(({ kind, label, count, href }) => (
          <li key={kind}>
            <a class={`card kind-${kind}`} href={href}>
              <KindMotif kind={kind} />
              <span class="card-text">
                <strong>{label}</strong>
                <span class="figure">{number(count, lang)}</span>
                <span class="meta">{text.doorTexts[kind]}</span>
              </span>
            </a>
          </li>
        ))}
      </ul>
      {others.length > 0 && (
        <p>
          {text.others}{' '}
          {others.map(({ kind, label, count, href }, index) => (
            <>
              {index > 0 && ' · '}
              <a key={kind} href={href}>
                {number(count, lang)} {label.toLocaleLowerCase(lang)}
              </a>
            </>
          ))}
        </p>
      )}
    </section>
  );
}

/** The map, and the same as a list: whoever cannot see or use the one has the other. */
function Places({ lang, map, provinces }: HomeView) {
  const text = homeMessages[lang];
  const onMap = new Map(provinces.map(({ code, href, count }) => [code, { href, count }]));
  return (
    <section aria-labelledby="map">
      <h2 id="map">{text.map}</h2>
      <p>{text.mapLead}</p>
      <div class="places">
        <NationalMap map={map} lang={lang} title={text.mapTitle} provinces={onMap} />
        <div>
          <h3>{text.places}</h3>
          <ul class="place-list">
            {provinces.map(({ code, name, count, href }) => (
              <li key={code}>
                <a href={href}>{name}</a> <span class="count">{number(count, lang)}</span>
              </li>
            ))}
          </ul>
          <ul class="archipelagos">
            {map.archipelagos.map(({ code, label }) => (
              <li key={code}>{label[lang]}</li>
            ))}
          </ul>
        </div>
      </div>
    </section>
  );
}

function Decisions({ lang, decisions }: HomeView) {
  const text = homeMessages[lang];
  if (decisions.length === 0) return null;
  return (
    <section aria-labelledby="decisions">
      <h2 id="decisions">{text.decisions}</h2>
      <ul class="decision-lines">
        {decisions.map(({ href, number: decisionNumber, title, titleLang, date }) => (
          <li key={href}>
            <a href={href}>{decisionNumber}</a> <span class="meta">{date}</span>
            <br />
            <span lang={titleLang}>{title}</span>
          </li>
        ))}
      </ul>
      <p>
        <a href={ADDRESSES.decisions[lang]}>{text.allDecisions}</a>
      </p>
    </section>
  );
}

/** One line of the programme, with its number; all others stand on the page it leads to. */
function Programme({ lang, progress }: HomeView) {
  const text = homeMessages[lang];
  if (progress === null) return null;
  return (
    <section aria-labelledby="programme">
      <h2 id="programme">{text.programme}</h2>
      <p>{text.programmeText(number(progress.digitised, lang), number(progress.listed, lang))}</p>
      <p>
        <a class="button" href={ADDRESSES.progress[lang]}>
          {text.programmeLink}
        </a>
      </p>
    </section>
  );
}

function OpenData({ lang }: HomeView) {
  const text = homeMessages[lang];
  return (
    <section aria-labelledby="open-data">
      <h2 id="open-data">{text.openData}</h2>
      <p>{text.openDataText}</p>
      <p>
        <a class="button" href={ADDRESSES.openData[lang]}>
          {text.downloadLink}
        </a>{' '}
        <a class="button" href="/api/v1/docs">
          {text.openDataLink}
        </a>{' '}
        <a class="button" href={ADDRESSES.standards[lang]}>
          {text.standardsLink}
        </a>
      </p>
    </section>
  );
}

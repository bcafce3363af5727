import { ADDRESSES } from '#web/layout/index.ts';
import { homeMessages } from './messages.ts';
import type { HomeView, Today } from './view.ts';

/** The day in both calendars and what is celebrated now. */
export function TodayStrip({ lang, today }: HomeView) {
  const text = homeMessages[lang];
  return (
    <section class="today" aria-labelledby="today">
      <div>
        <h2 id="today">{text.today}</h2>
        <p class="today-solar">{today.solar}</p>
        {today.lunar && (
          <p>
            <span class="meta">{text.lunar}:</span> <strong>{today.lunar.date}</strong>
            <br />
            <span class="meta">{today.lunar.canChi}</span>
          </p>
        )}
      </div>
      <div>
        <h3>{today.soon ? text.festivals : text.nextFestival}</h3>
        {today.festivals.length > 0 ? <Festivals today={today} /> : <p>{text.noFestival}</p>}
        {today.festivals.some(({ certainty }) => certainty === undefined) && (
          <p class="meta">{text.computed}</p>
        )}
        <p>
          <a href={ADDRESSES.festivals[lang]}>{text.calendar}</a>
        </p>
      </div>
    </section>
  );
}

function Festivals({ today }: { today: Today }) {
  return (
    <ul class="festivals">
      {today.festivals.map(({ name, nameLang, href, dates, certainty }) => (
        <li key={href + dates}>
          <a href={href} lang={nameLang}>
            {name}
          </a>
          <br />
          {dates} {certainty !== undefined && <span class="meta">{certainty}</span>}
        </li>
      ))}
    </ul>
  );
}

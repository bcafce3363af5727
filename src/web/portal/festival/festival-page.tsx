import { CalendarTable } from './calendar-table.tsx';
import { FestivalFilters, MonthNavigation, OrderSwitch } from './controls.tsx';
import { DayList } from './day-list.tsx';
import { festivalMessages } from './messages.ts';
import { Undated } from './undated.tsx';
import type { FestivalView, MonthView } from './view.ts';

/** The calendar of festivals, complete without scripts. */
export function FestivalPage(page: FestivalView) {
  const { lang } = page.state;
  const text = festivalMessages[lang];
  return (
    <>
      <h1>{page.title}</h1>
      <p class="lead">{text.lead}</p>
      {page.archive !== undefined && <p class="notice">{text.archive(page.archive)}</p>}
      <FestivalFilters {...page} />
      <MonthNavigation {...page} />
      <OrderSwitch {...page} />
      {page.months.map((view) => (
        <Month key={view.id} view={view} page={page} />
      ))}
      <p class="meta">{text.expected}</p>
      <Undated {...page} />
      <section class="no-print" aria-labelledby="feed">
        <h2 id="feed">{text.feed}</h2>
        <p>
          <a class="button" href={page.feed} type="text/calendar" download>
            {text.feed}
          </a>
        </p>
        <p class="meta">{text.feedHelp}</p>
      </section>
    </>
  );
}

function Month({ view, page }: { view: MonthView; page: FestivalView }) {
  const { lang } = page.state;
  return (
    <section class="month" aria-labelledby={`${view.id}-title`}>
      <h2 id={`${view.id}-title`}>
        {view.name} <span class="meta">{festivalMessages[lang].festivalCount(view.total)}</span>
      </h2>
      <CalendarTable view={view} lang={lang} byLunar={page.byLunar} />
      <div id={view.id}>
        <DayList view={view} lang={lang} isFiltered={page.chips.length > 0} />
      </div>
    </section>
  );
}

import type { Lang } from '#platform/i18n/index.ts';
import { number } from './numbers.ts';
import { addressOf, withoutKeys } from './state.ts';
import { timelineMessages } from './timeline-messages.ts';
import type { SearchTimeline, TimelineBar } from './timeline-view.ts';
import type { SearchView } from './view.ts';

type TimelineProps = Pick<SearchView, 'state'> & { timeline: SearchTimeline };

/** The results in time: drawing, the same as a table, and two years to choose; complete without scripts. */
export function Timeline({ state, timeline }: TimelineProps) {
  const { lang } = state;
  const text = timelineMessages[lang];
  const { bars, scale } = timeline;
  return (
    <div class="timeline" data-in-place>
      <Scales lang={lang} timeline={timeline} />
      <div class="timeline-columns">
        <div>
          {bars.length > 0 ? <Chart bars={bars} lang={lang} /> : <p class="notice">{text.none}</p>}
          <p>
            <a href={timeline.unknown.href}>{text.unknown}</a>: {number(timeline.unknown.count, lang)}
          </p>
          <Years state={state} timeline={timeline} />
        </div>
        {/* It scrolls, so that the results stay near: keys reach it, too. */}
        <section class="timeline-scroll" aria-label={text.chart} tabIndex={0}>
          <TimeTable timeline={timeline} lang={lang} />
        </section>
      </div>
      <p class="meta">{text.note}</p>
      {scale === 'dynasty' && <p class="meta">{text.dynastyNote}</p>}
      {!timeline.isExact && <p class="meta">{text.roughly}</p>}
      <h3>{text.list}</h3>
    </div>
  );
}

function Scales({ lang, timeline: { scale, scales } }: { lang: Lang; timeline: SearchTimeline }) {
  const text = timelineMessages[lang];
  return (
    <nav class="order" aria-label={text.scale}>
      <span class="meta">{text.scale}</span>
      {scales.map(({ name, label, href }) => (
        <a key={name} id={`by-${name}`} href={href} aria-current={name === scale ? 'true' : undefined}>
          {label}
        </a>
      ))}
    </nav>
  );
}

/** Units of the drawing; a bar is as wide as the number of bars allows. */
const WIDTH = 720;
const HEIGHT = 200;
const LEFT = 72;
const TOP = 12;
/** Width of a letter of the axis, and what must stay free between two names. */
const LETTER = 10;
const BETWEEN = 24;

/** Names stand under every so many bars, so that none runs into the next. */
function labelledEvery(bars: readonly TimelineBar[]): number {
  const longest = Math.max(...bars.map(({ tick }) => tick.length)) * LETTER + BETWEEN;
  return Math.ceil((bars.length * longest) / (WIDTH - LEFT));
}

/**
 * For the eye and the mouse: the table beside it has the same links for keyboards and screen readers, and targets large
 * enough for a finger.
 */
function Chart({ bars, lang }: { bars: TimelineBar[]; lang: Lang }) {
  const text = timelineMessages[lang];
  const most = Math.max(1, ...bars.map(({ possible }) => possible));
  const step = (WIDTH - LEFT) / bars.length;
  const every = labelledEvery(bars);
  return (
    <figure>
      <svg viewBox={`0 0 ${WIDTH} ${HEIGHT + TOP + 34}`} aria-hidden="true" focusable="false">
        <defs>
          <pattern
            id="uncertain"
            width="6"
            height="6"
            patternUnits="userSpaceOnUse"
            patternTransform="rotate(45)"
          >
            <path d="M0 0V6" />
          </pattern>
        </defs>
        {[most, Math.round(most / 2)].map((count) => (
          <Level key={count} count={count} y={TOP + HEIGHT * (1 - count / most)} lang={lang} />
        ))}
        {bars.map((bar, at) => (
          <Bar key={bar.href} bar={bar} lang={lang} x={LEFT + at * step} width={step} scale={HEIGHT / most} />
        ))}
        <path class="axis" d={`M${LEFT} ${TOP + HEIGHT}H${WIDTH}`} />
        {bars.map(
          (bar, at) =>
            at % every === 0 && (
              <text
                key={bar.href}
                class={at % (every * 2) === 0 ? undefined : 'minor'}
                x={round(LEFT + (at + 0.5) * step)}
                y={TOP + HEIGHT + 26}
                text-anchor="middle"
              >
                {bar.tick}
              </text>
            ),
        )}
      </svg>
      <figcaption class="meta">
        <span class="key key-certain" /> {text.legendCertain} <span class="key key-uncertain" />{' '}
        {text.legendUncertain}
      </figcaption>
    </figure>
  );
}

function Level({ count, y, lang }: { count: number; y: number; lang: Lang }) {
  return (
    <>
      <path class="level" d={`M${LEFT} ${round(y)}H${WIDTH}`} />
      <text x={LEFT - 6} y={round(y) + 5} text-anchor="end">
        {number(count, lang)}
      </text>
    </>
  );
}

interface BarProps {
  bar: TimelineBar;
  lang: Lang;
  x: number;
  width: number;
  /** Height of one result. */
  scale: number;
}

function Bar({ bar, lang, x, width, scale }: BarProps) {
  const { href, label, certain, possible } = bar;
  const [full, sure] = [round(possible * scale), round(certain * scale)];
  const gap = width > 8 ? 2 : 0.5;
  const column = { x: round(x + gap / 2), width: round(width - gap) };
  const base = TOP + HEIGHT;
  return (
    <a href={href} tabIndex={-1}>
      <title>{timelineMessages[lang].bar(label, number(certain, lang), number(possible, lang))}</title>
      <rect class="reach" x={round(x)} y={TOP} width={round(width)} height={HEIGHT} />
      {possible > certain && (
        <rect class="uncertain" {...column} y={round(base - full)} height={round(full - sure)} />
      )}
      {certain > 0 && <rect class="certain" {...column} y={round(base - sure)} height={sure} />}
    </a>
  );
}

/** A tenth of a unit is less than a pixel. */
const round = (value: number): number => Math.round(value * 10) / 10;

/** Two years as a form of the GET method; everything else of the address stays as it is. */
function Years({ state, timeline: { from, to, whole } }: TimelineProps) {
  const text = timelineMessages[state.lang];
  const kept = withoutKeys(state, ['from', 'to', 'after', 'before']);
  return (
    <form class="timeline-years no-print" method="get" action={addressOf({ ...state, pairs: [] })}>
      {kept.pairs.map(([key, value]) => (
        <input key={key + value} type="hidden" name={key} value={value} />
      ))}
      <label for="t-from">
        {text.from}
        <input id="t-from" name="from" type="number" step="1" value={from} aria-describedby="t-help" />
      </label>
      <label for="t-to">
        {text.to}
        <input id="t-to" name="to" type="number" step="1" value={to} aria-describedby="t-help" />
      </label>
      <button type="submit">{text.apply}</button>
      {whole !== undefined && <a href={whole}>{text.whole}</a>}
      <p class="meta" id="t-help">
        {text.help}
      </p>
    </form>
  );
}

function TimeTable({ timeline: { bars, unknown }, lang }: { timeline: SearchTimeline; lang: Lang }) {
  const text = timelineMessages[lang];
  const rows = bars.filter(({ possible }) => possible > 0);
  return (
    <table class="timeline-table">
      <caption>{text.chart}</caption>
      <thead>
        <tr>
          <th scope="col">{text.period}</th>
          <th scope="col" class="number">
            {text.certain}
          </th>
          <th scope="col" class="number">
            {text.possible}
          </th>
        </tr>
      </thead>
      <tbody>
        {rows.map(({ label, href, certain, possible }) => (
          <tr key={href}>
            <th scope="row">
              <a href={href}>{label}</a>
            </th>
            <td class="number">{number(certain, lang)}</td>
            <td class="number">{number(possible, lang)}</td>
          </tr>
        ))}
      </tbody>
      <tfoot>
        <tr>
          <th scope="row">
            <a href={unknown.href}>{text.unknown}</a>
          </th>
          <td class="number" colSpan={2}>
            {number(unknown.count, lang)}
          </td>
        </tr>
      </tfoot>
    </table>
  );
}

import { MapFigure } from '#web/components/map-figure.tsx';
import type { SearchMap } from './map-view.ts';
import { searchMessages } from './messages.ts';
import { number } from './numbers.ts';
import type { SearchView } from './view.ts';

/** The results on the map, and the same numbers as a list: whoever cannot see or use the one has the other. */
export function MapOfResults({ state, total, map }: SearchView & { map: SearchMap }) {
  const { lang } = state;
  const text = searchMessages[lang].map;
  const { territory, provinces, located, interactive } = map;
  const entries = provinces.map(({ code, name, count, href }) => {
    const label = text.province(name, number(count, lang));
    return [code, { count, href, label }] as const;
  });
  return (
    <section class="places" aria-labelledby="map-title-heading" data-in-place>
      <h3 id="map-title-heading" class="visually-hidden">
        {text.byPlace}
      </h3>
      <MapFigure
        map={territory}
        lang={lang}
        title={text.label}
        provinces={new Map(entries)}
        interactive={interactive}
      />
      <div>
        <p class="meta">{sayLocated({ lang, total, located })}</p>
        <ul class="place-list" data-map-places>
          {provinces.map(({ code, name, count, href }) => (
            <li key={code}>
              <a href={href} aria-label={text.province(name, number(count, lang))}>
                {name}
              </a>{' '}
              <span class="count" aria-hidden="true">
                {number(count, lang)}
              </span>
            </li>
          ))}
        </ul>
        <p class="meta">{text.whole}</p>
        <ul class="archipelagos">
          {territory.archipelagos.map(({ code, label }) => (
            <li key={code}>{label[lang]}</li>
          ))}
        </ul>
      </div>
    </section>
  );
}

/** An estimated total can be below what was counted on the map; it never leads to a negative rest. */
function sayLocated({
  lang,
  total,
  located,
}: { lang: 'vi' | 'en' } & Record<'total' | 'located', number>): string {
  const text = searchMessages[lang].map;
  const rest = Math.max(0, total - located);
  if (total === 0) return '';
  if (rest === 0) return text.allLocated;
  return `${text.located(number(located, lang), number(total, lang))} ${text.unlocated(number(rest, lang))}`;
}

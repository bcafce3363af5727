import type { ComparedFigure } from '#modules/programme/index.ts';
import type { Lang } from '#platform/i18n/index.ts';
import { isoDateText } from '../days.ts';
import { number } from '../search/numbers.ts';
import { progressMessages } from './messages.ts';

/** The registry's own count beside what was published, with the difference named. */
export function FiguresTable({ lang, figures }: { lang: Lang; figures: readonly ComparedFigure[] }) {
  const text = progressMessages[lang];
  return (
    <table class="stacking">
      <thead>
        <tr>
          <th scope="col">{text.figure}</th>
          <th scope="col">{text.published}</th>
          <th scope="col" class="number">
            {text.sameDay}
          </th>
          <th scope="col" class="number">
            {text.today}
          </th>
          <th scope="col">{text.difference}</th>
        </tr>
      </thead>
      <tbody>
        {figures.map(({ figure, now, sameDay }) => {
          const published = number(figure.value, lang);
          return (
            <tr key={figure.id}>
              <th scope="row" data-label={text.figure}>
                {figure.label[lang]}
              </th>
              <td data-label={text.published}>
                {figure.about ? text.about(published) : published}
                <p class="meta">
                  {figure.source[lang]} ({isoDateText(figure.on, lang)})
                </p>
              </td>
              <td class="number" data-label={text.sameDay}>
                {number(sameDay, lang)}
              </td>
              <td class="number" data-label={text.today}>
                {number(now, lang)}
              </td>
              <td data-label={text.difference}>{figure.difference[lang]}</td>
            </tr>
          );
        })}
      </tbody>
    </table>
  );
}

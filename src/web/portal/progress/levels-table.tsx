import { LEVELS } from '#modules/programme/index.ts';
import type { Lang } from '#platform/i18n/index.ts';
import { progressMessages } from './messages.ts';

/** The levels and the two marks, by what proves them. */
export function LevelsTable({ lang }: { lang: Lang }) {
  const text = progressMessages[lang];
  const rows = [
    ...LEVELS.map((level) => [level, text.levels[level]] as const),
    [text.preserved, text.preservedMeaning] as const,
    [text.used, text.usedMeaning] as const,
  ];
  return (
    <table>
      <thead>
        <tr>
          <th scope="col">{text.level}</th>
          <th scope="col">{text.meaning}</th>
        </tr>
      </thead>
      <tbody>
        {rows.map(([name, meaning]) => (
          <tr key={name}>
            <th scope="row">{name}</th>
            <td>{meaning}</td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}

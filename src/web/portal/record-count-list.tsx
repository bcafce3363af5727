import type { Lang } from '#platform/i18n/index.ts';
import type { RecordCount } from './record-counts.ts';
import { number } from './search/numbers.ts';

/** Numbers of records, each a link to the search that finds them. */
export function RecordCountList({ counts, lang }: { counts: readonly RecordCount[]; lang: Lang }) {
  return (
    <ul class="record-counts">
      {counts.map(({ code, label, count, href }) => (
        <li key={code}>
          <a href={href}>{label}</a> <span class="count">{number(count, lang)}</span>
        </li>
      ))}
    </ul>
  );
}

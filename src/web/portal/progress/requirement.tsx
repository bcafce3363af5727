import type { Requirement } from '#modules/programme/index.ts';
import type { Lang } from '#platform/i18n/index.ts';
import { progressMessages } from './messages.ts';

/** What counts, beside every share: the level and the two marks. */
export function RequirementText({ lang, requirement }: { lang: Lang; requirement: Requirement | null }) {
  const text = progressMessages[lang];
  if (requirement === null) return <>–</>;
  const { level, preserved, used } = requirement;
  const parts = [level, preserved && text.preserved, used && text.used].filter(Boolean);
  return <span title={text.levels[level]}>{parts.join(' + ')}</span>;
}

import { documentOf, type FrozenList, LEVELS, type TargetProgress } from '#modules/programme/index.ts';
import type { Lang } from '#platform/i18n/index.ts';
import { isoDateText } from '../days.ts';
import { number } from '../search/numbers.ts';
import { progressMessages } from './messages.ts';
import { RequirementText } from './requirement.tsx';

interface TargetFactsProps {
  lang: Lang;
  progress: TargetProgress;
  /** Newest first. */
  lists: readonly FrozenList[];
}

/** Where a target comes from, what it asks for, and the lists that were frozen for it. */
export function TargetFacts({ lang, progress: { target }, lists }: TargetFactsProps) {
  const text = progressMessages[lang];
  const document = documentOf(target);
  return (
    <>
      <dl class="facts">
        <dt>{text.wording}</dt>
        <dd>
          {target.wording[lang]} <span class="meta">({text.wordingNote})</span>
        </dd>
        <dt>{text.chain}</dt>
        <dd lang="vi">{document.chain.join(' → ')}</dd>
        {target.clause !== null && <dt>{text.clause}</dt>}
        {target.clause !== null && <dd lang="vi">{target.clause}</dd>}
        <dt>{text.deadline}</dt>
        <dd>{isoDateText(document.due, lang)}</dd>
        <dt>{text.owner}</dt>
        <dd>{target.owner[lang]}</dd>
        <dt>{text.wanted}</dt>
        <dd>
          <RequirementText lang={lang} requirement={target.requirement} />
        </dd>
        <dt>{text.list}</dt>
        <dd>
          {lists.length === 0 && (target.measure === 'share' ? text.notFrozen : '–')}
          {lists.map((list) => (
            <FrozenListText key={list.version} lang={lang} list={list} />
          ))}
        </dd>
      </dl>
      <p class="meta">{target.note[lang]}</p>
    </>
  );
}

function FrozenListText({ lang, list }: { lang: Lang; list: FrozenList }) {
  const text = progressMessages[lang];
  return (
    <p>
      {text.listVersion(list.version)}: {text.listText(number(list.size, lang), isoDateText(list.asOf, lang))}
      , {list.decision === null ? text.noDecision : text.decision(list.decision)}.{' '}
      <span class="meta">
        <span lang="vi">{list.evidence}</span>. SHA-256 <code>{list.digest.slice(0, 16)}…</code>
      </span>
    </p>
  );
}

/** How many items stand at each level, and in each group of the target. */
export function LevelCounts({ lang, progress: { target, total, parts } }: Omit<TargetFactsProps, 'lists'>) {
  const text = progressMessages[lang];
  return (
    <>
      <table class="stacking">
        <caption>{text.byLevel}</caption>
        <thead>
          <tr>
            {[text.below, ...LEVELS].map((level) => (
              <th key={level} scope="col" class="number">
                {level}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          <tr>
            {(['below', ...LEVELS] as const).map((level) => (
              <td key={level} class="number" data-label={level === 'below' ? text.below : level}>
                {number(total.levels[level], lang)}
              </td>
            ))}
          </tr>
        </tbody>
      </table>
      {target.parts.length > 1 && (
        <p>
          {text.byPart}:{' '}
          {target.parts
            .map(({ id, label }) => `${label[lang]} ${number(parts.get(id)?.listed ?? 0, lang)}`)
            .join(' · ')}
        </p>
      )}
    </>
  );
}

import type { ComponentChildren } from 'preact';
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
        <Fact label={text.wording}>
          {target.wording[lang]} <span class="meta">({text.wordingNote})</span>
        </Fact>
        <Fact label={text.chain}>
          <span lang="vi">{document.chain.join(' → ')}</span>
        </Fact>
        {target.clause !== null && (
          <Fact label={text.clause}>
            <span lang="vi">{target.clause}</span>
          </Fact>
        )}
        <Fact label={text.deadline}>{isoDateText(document.due, lang)}</Fact>
        <Fact label={text.owner}>{target.owner[lang]}</Fact>
        <Fact label={text.wanted}>
          <RequirementText lang={lang} requirement={target.requirement} />
        </Fact>
        <Fact label={text.list}>
          {lists.length === 0 && (target.measure === 'share' ? text.notFrozen : '–')}
          {lists.map((list) => (
            <FrozenListText key={list.version} lang={lang} list={list} />
          ))}
        </Fact>
      </dl>
      <p class="meta">{target.note[lang]}</p>
    </>
  );
}

function Fact({ label, children }: { label: string; children: ComponentChildren }) {
  return (
    <div class="fact">
      <dt>{label}</dt>
      <dd>{children}</dd>
    </div>
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
      <h2>{text.byLevel}</h2>
      <table class="stacking">
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

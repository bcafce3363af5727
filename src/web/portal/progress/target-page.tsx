import type { FrozenList, ProgrammeItem, TargetProgress } from '#modules/programme/index.ts';
import type { Lang } from '#platform/i18n/index.ts';
import { number } from '../search/numbers.ts';
import { csvAddress, targetAddress } from './addresses.ts';
import { Denominator } from './document-tables.tsx';
import { ItemTable } from './item-table.tsx';
import type { Province } from './matrix.tsx';
import { progressMessages } from './messages.ts';
import { percent, shareOf } from './share.ts';
import { LevelCounts, TargetFacts } from './target-facts.tsx';

/** A list on the page: its state, its first items, and where it goes on. */
export interface ShownList {
  state: 'done' | 'missing' | 'gone' | 'outside';
  items: readonly ProgrammeItem[];
  next: string | undefined;
}

export interface TargetPageProps {
  lang: Lang;
  progress: TargetProgress;
  lists: readonly FrozenList[];
  provinces: readonly Province[];
  /** Code of the province asked for, 'none', or the nation. */
  place: string | undefined;
  shown: readonly ShownList[];
}

export function TargetPage({ lang, progress, lists, provinces, place, shown }: TargetPageProps) {
  const text = progressMessages[lang];
  const { target } = progress;
  const hasItems = target.parts.length > 0;
  return (
    <article>
      <h1>
        {target.id}: {target.label[lang]}
      </h1>
      <p class="lead">
        <Denominator lang={lang} progress={progress} />
      </p>
      <TargetFacts lang={lang} progress={progress} lists={lists} />
      {progress.total.listed > 0 && <LevelCounts lang={lang} progress={progress} />}
      {hasItems && (
        <>
          <h2 id="items">{text.listTitle}</h2>
          <PlaceForm lang={lang} progress={progress} provinces={provinces} place={place} />
          <CellText lang={lang} progress={progress} place={place} />
          {shown.map((list) => (
            <ItemTable
              key={list.state}
              lang={lang}
              target={target}
              id={list.state}
              title={text.states[list.state]}
              items={list.items}
              total={totalOf(progress, place, list.state)}
              next={list.next}
            />
          ))}
          <p class="actions">
            <a class="button" href={csvAddress(lang, target, { place })} download>
              {text.csv}
            </a>
          </p>
          <p class="meta no-print">
            {text.others}:{' '}
            <a href={targetAddress(lang, target, { place, state: 'gone' })}>{text.states.gone}</a> ·{' '}
            <a href={targetAddress(lang, target, { place, state: 'outside' })}>{text.states.outside}</a>
          </p>
        </>
      )}
    </article>
  );
}

const cellOf = ({ total, provinces }: TargetProgress, place: string | undefined) =>
  place === undefined ? total : provinces.get(place === 'none' ? '' : place);

function totalOf(
  progress: TargetProgress,
  place: string | undefined,
  state: ShownList['state'],
): number | undefined {
  const cell = cellOf(progress, place);
  if (state === 'done') return cell?.digitised ?? 0;
  if (state === 'missing') return (cell?.listed ?? 0) - (cell?.digitised ?? 0);
  return undefined;
}

function CellText({ lang, progress, place }: Pick<TargetPageProps, 'lang' | 'progress' | 'place'>) {
  const text = progressMessages[lang];
  const cell = cellOf(progress, place);
  if (cell === undefined) return null;
  const share = progress.target.measure === 'share' ? shareOf(cell.digitised, cell.listed) : null;
  const count = `${number(cell.digitised, lang)}/${number(cell.listed, lang)} ${text.items}`;
  return (
    <p data-cell={`${cell.digitised}/${cell.listed}`}>
      {text.digitised}: <strong>{share === null ? count : `${percent(share, lang)} (${count})`}</strong>
      {' · '}
      {text.applied}: {number(cell.applied, lang)}/{number(cell.listed, lang)}
    </p>
  );
}

function PlaceForm({
  lang,
  progress,
  provinces,
  place,
}: Pick<TargetPageProps, 'lang' | 'progress' | 'provinces' | 'place'>) {
  const text = progressMessages[lang];
  return (
    <form class="filter no-print" action={targetAddress(lang, progress.target)} method="get">
      <label for="place">{text.filter}</label>
      <select id="place" name="place">
        <option value="">{text.everywhere}</option>
        {provinces.map(({ code, name }) => (
          <option key={code} value={code ?? ''} selected={code === place}>
            {name}
          </option>
        ))}
      </select>
      <button type="submit">{text.apply}</button>
    </form>
  );
}

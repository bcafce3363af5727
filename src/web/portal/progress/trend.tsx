import {
  projectShare,
  type Snapshot,
  type TargetProgress,
  type TrendPoint,
} from '#modules/programme/index.ts';
import type { Lang } from '#platform/i18n/index.ts';
import { isoDateText } from '../days.ts';
import { number } from '../search/numbers.ts';
import { progressMessages } from './messages.ts';
import { percent, shareOf } from './share.ts';

interface TrendProps {
  lang: Lang;
  snapshots: readonly Snapshot[];
  progress: readonly TargetProgress[];
}

const END = '2030-12-31';

/** The months that were kept, and where a straight line through them leads. */
export function Trend({ lang, snapshots, progress }: TrendProps) {
  const text = progressMessages[lang];
  const shares = progress.filter(({ target, list }) => target.measure === 'share' && list !== null);
  if (snapshots.length === 0) return <p>{text.noTrend}</p>;
  const canProject = snapshots.length > 1;
  return (
    <>
      <div class="scroll">
        <table class="matrix">
          <thead>
            <tr>
              <th scope="col">{text.month}</th>
              {shares.map(({ target }) => (
                <th key={target.id} scope="col" class="number">
                  {target.id}
                </th>
              ))}
              <th scope="col">{text.digest}</th>
            </tr>
          </thead>
          <tbody>
            {snapshots.map((snapshot) => (
              <SnapshotRow key={snapshot.month} lang={lang} snapshot={snapshot} shares={shares} />
            ))}
            {canProject && (
              <tr>
                <th scope="row">{text.projected(isoDateText(END, lang))}</th>
                {shares.map(({ target }) => {
                  const share = projectShare(pointsOf(snapshots, target.id), END);
                  return (
                    <td key={target.id} class="number">
                      {share === null ? '–' : percent(share, lang)}
                    </td>
                  );
                })}
                <td>–</td>
              </tr>
            )}
          </tbody>
        </table>
      </div>
      {!canProject && <p class="meta">{text.oneSnapshot}</p>}
    </>
  );
}

function SnapshotRow({
  lang,
  snapshot,
  shares,
}: {
  lang: Lang;
  snapshot: Snapshot;
  shares: readonly TargetProgress[];
}) {
  return (
    <tr>
      <th scope="row">{snapshot.month}</th>
      {shares.map(({ target }) => {
        const kept = snapshot.targets.find(({ id }) => id === target.id);
        const share = kept && shareOf(kept.digitised, kept.listed);
        return (
          <td key={target.id} class="number">
            {kept === undefined || share === null || share === undefined
              ? '–'
              : `${percent(share, lang)} (${number(kept.digitised, lang)}/${number(kept.listed, lang)})`}
          </td>
        );
      })}
      <td>
        <a href={`/api/v1/programme/snapshots/${snapshot.month}`}>
          <code>{snapshot.digest.slice(0, 12)}…</code>
        </a>
      </td>
    </tr>
  );
}

function pointsOf(snapshots: readonly Snapshot[], targetId: string): TrendPoint[] {
  return snapshots.flatMap(({ takenOn, targets }) => {
    const kept = targets.find(({ id }) => id === targetId);
    const share = kept && shareOf(kept.digitised, kept.listed);
    return share === null || share === undefined ? [] : [{ day: takenOn, share }];
  });
}

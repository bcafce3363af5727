import type { ComparedFigure, Snapshot, TargetProgress } from '#modules/programme/index.ts';
import type { Lang } from '#platform/i18n/index.ts';
import { isoDateText } from '../days.ts';
import { DocumentTables } from './document-tables.tsx';
import { FiguresTable } from './figures-table.tsx';
import { LevelsTable } from './levels-table.tsx';
import { countable, Matrix, type Province } from './matrix.tsx';
import { progressMessages } from './messages.ts';
import { Trend } from './trend.tsx';

export interface OverviewProps {
  lang: Lang;
  /** YYYY-MM-DD */
  on: string;
  progress: readonly TargetProgress[];
  provinces: readonly Province[];
  figures: readonly ComparedFigure[];
  snapshots: readonly Snapshot[];
}

export function OverviewPage({ lang, on, progress, provinces, figures, snapshots }: OverviewProps) {
  const text = progressMessages[lang];
  return (
    <article>
      <h1>{text.title}</h1>
      <p class="lead">{text.lead}</p>
      <p class="meta">{text.asOf(isoDateText(on, lang))}</p>
      {progress.every(({ total }) => total.digitised === 0) && <p class="notice">{text.whyNothing}</p>}
      <h2>{text.documents}</h2>
      <DocumentTables lang={lang} progress={progress} />
      <h2>{text.matrix}</h2>
      <p class="meta">{text.matrixNote}</p>
      <ul class="meta">
        {countable(progress).map(({ target }) => (
          <li key={target.id}>
            {target.id}: {target.label[lang]}
          </li>
        ))}
      </ul>
      <Matrix lang={lang} progress={progress} provinces={provinces} />
      <h2>{text.figures}</h2>
      <p class="meta">{text.figuresNote}</p>
      <FiguresTable lang={lang} figures={figures} />
      <h2 id="levels">{text.levelsTitle}</h2>
      <p>{text.levelsLead}</p>
      <LevelsTable lang={lang} />
      <h2>{text.trend}</h2>
      <p class="meta">{text.trendNote}</p>
      <Trend lang={lang} snapshots={snapshots} progress={progress} />
      <h2>{text.data}</h2>
      <p>
        {text.dataNote} <a href="/api/v1/programme">/api/v1/programme</a>
      </p>
    </article>
  );
}

import {
  DOCUMENTS,
  documentOf,
  hasDenominator,
  type PolicyDocument,
  type TargetProgress,
} from '#modules/programme/index.ts';
import type { Lang } from '#platform/i18n/index.ts';
import { isoDateText } from '../days.ts';
import { number } from '../search/numbers.ts';
import { targetAddress } from './addresses.ts';
import { Bar } from './bar.tsx';
import { progressMessages } from './messages.ts';
import { RequirementText } from './requirement.tsx';
import { percent, shareOf } from './share.ts';

interface Shown {
  lang: Lang;
  progress: readonly TargetProgress[];
}

/** The targets of each document, one document after the other: no number is added across documents. */
export function DocumentTables({ lang, progress }: Shown) {
  return (
    <>
      {DOCUMENTS.map((document) => (
        <DocumentTable
          key={document.id}
          lang={lang}
          document={document}
          progress={progress.filter(({ target }) => documentOf(target) === document)}
        />
      ))}
    </>
  );
}

function DocumentTable({ lang, document, progress }: Shown & { document: PolicyDocument }) {
  const text = progressMessages[lang];
  return (
    <section>
      <h3>
        {document.number} · {text.due(isoDateText(document.due, lang))}
      </h3>
      <p class="meta">
        {document.title[lang]}. {document.note[lang]}
      </p>
      <table class="stacking">
        <thead>
          <tr>
            <th scope="col">{text.target}</th>
            <th scope="col">{text.denominator}</th>
            <th scope="col">{text.digitised}</th>
            <th scope="col">{text.applied}</th>
            <th scope="col">{text.wanted}</th>
          </tr>
        </thead>
        <tbody>
          {progress.map((one) => (
            <TargetRow key={one.target.id} lang={lang} progress={one} />
          ))}
        </tbody>
      </table>
    </section>
  );
}

function TargetRow({ lang, progress }: { lang: Lang; progress: TargetProgress }) {
  const text = progressMessages[lang];
  const { target } = progress;
  return (
    <tr>
      <th scope="row" data-label={text.target}>
        <a href={targetAddress(lang, target)}>
          {target.id} {target.label[lang]}
        </a>
      </th>
      <td data-label={text.denominator}>
        <Denominator lang={lang} progress={progress} />
      </td>
      <Share lang={lang} progress={progress} numerator="digitised" />
      <Share lang={lang} progress={progress} numerator="applied" />
      <td data-label={text.wanted}>
        <RequirementText lang={lang} requirement={target.requirement} />
      </td>
    </tr>
  );
}

/** How many items there are, and what stands beside the list. */
export function Denominator({ lang, progress }: { lang: Lang; progress: TargetProgress }) {
  const text = progressMessages[lang];
  const { target, total, outside } = progress;
  const gone = Object.values(total.gone).reduce((sum, one) => sum + one, 0);
  if (target.measure === 'count') return <>{text.counted(number(total.listed, lang))}</>;
  if (!hasDenominator(progress)) {
    return (
      <>
        <strong>{text.notFrozen}</strong>
        {outside > 0 && <p class="meta">{text.inRegistry(number(outside, lang))}</p>}
      </>
    );
  }
  return (
    <>
      {number(total.listed, lang)} {text.items}
      {outside > 0 && (
        <p class="meta">
          <a href={targetAddress(lang, target, { state: 'outside' })}>
            {text.outside(number(outside, lang))}
          </a>
        </p>
      )}
      {gone > 0 && (
        <p class="meta">
          <a href={targetAddress(lang, target, { state: 'gone' })}>{text.gone(number(gone, lang))}</a>
        </p>
      )}
    </>
  );
}

interface ShareProps {
  lang: Lang;
  progress: TargetProgress;
  numerator: 'digitised' | 'applied';
}

function Share({ lang, progress, numerator }: ShareProps) {
  const text = progressMessages[lang];
  const { total, target } = progress;
  const count = total[numerator];
  const share = hasDenominator(progress) ? shareOf(count, total.listed) : null;
  if (share === null) {
    return <td data-label={text[numerator]}>{target.measure === 'count' ? number(count, lang) : '–'}</td>;
  }
  const written = percent(share, lang);
  return (
    <td data-label={text[numerator]}>
      {`${written}\u00a0(${number(count, lang)}/${number(total.listed, lang)})`}
      <Bar share={share} label={`${target.id}: ${text[numerator]} ${written}`} />
    </td>
  );
}

import { slugify } from '#formats/vietnamese/index.ts';
import type { Unit } from '#modules/places/index.ts';
import { hasDenominator, type Tally, type TargetProgress } from '#modules/programme/index.ts';
import type { Lang } from '#platform/i18n/index.ts';
import { number } from '../search/numbers.ts';
import { provinceAddress, targetAddress } from './addresses.ts';
import { progressMessages } from './messages.ts';
import { heatOf, percent, shareOf } from './share.ts';

export type Province = Pick<Unit, 'code' | 'name'>;

interface MatrixProps {
  lang: Lang;
  progress: readonly TargetProgress[];
  provinces: readonly Province[];
}

/** Targets of which a province can have a number. */
export function countable(progress: readonly TargetProgress[]): TargetProgress[] {
  return progress.filter((one) => one.target.measure === 'count' || hasDenominator(one));
}

/** Provinces by targets: a table whose numbers are printed, coloured by share. */
export function Matrix({ lang, progress, provinces }: MatrixProps) {
  const text = progressMessages[lang];
  const shown = countable(progress);
  const hasUnplaced = shown.some((one) => one.provinces.has(''));
  return (
    <div class="scroll">
      <table class="matrix">
        <thead>
          <tr>
            <th scope="col">{text.province}</th>
            {shown.map(({ target }) => (
              <th key={target.id} scope="col" class="number">
                <a href={targetAddress(lang, target)} title={target.label[lang]}>
                  {target.id}
                </a>
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          <tr>
            <th scope="row">{text.nation}</th>
            {shown.map(({ target, total }) => (
              <MatrixCell key={target.id} lang={lang} progress={{ target }} tally={total} place={undefined} />
            ))}
          </tr>
          {provinces.map(({ code, name }) => (
            <tr key={code}>
              <th scope="row">
                <a href={provinceAddress(lang, slugify(name))}>{name}</a>
              </th>
              <ProvinceCells lang={lang} progress={shown} code={code ?? ''} />
            </tr>
          ))}
          {hasUnplaced && (
            <tr>
              <th scope="row">{text.unplaced}</th>
              <ProvinceCells lang={lang} progress={shown} code="" />
            </tr>
          )}
        </tbody>
      </table>
    </div>
  );
}

function ProvinceCells({ lang, progress, code }: Omit<MatrixProps, 'provinces'> & { code: string }) {
  return (
    <>
      {progress.map(({ target, provinces }) => (
        <MatrixCell
          key={target.id}
          lang={lang}
          progress={{ target }}
          tally={provinces.get(code)}
          place={code === '' ? 'none' : code}
        />
      ))}
    </>
  );
}

interface CellProps {
  lang: Lang;
  progress: Pick<TargetProgress, 'target'>;
  tally: Tally | undefined;
  place: string | undefined;
}

function MatrixCell({ lang, progress: { target }, tally, place }: CellProps) {
  const listed = tally?.listed ?? 0;
  if (tally === undefined || listed === 0) return <td class="number">–</td>;
  const address = targetAddress(lang, target, { place });
  if (target.measure === 'count') {
    return (
      <td class="number">
        <a href={address}>
          {number(tally.digitised, lang)}/{number(listed, lang)}
        </a>
      </td>
    );
  }
  const share = shareOf(tally.digitised, listed) ?? 0;
  const applied = shareOf(tally.applied, listed) ?? 0;
  return (
    <td class={`number heat-${heatOf(share)}`}>
      <a href={address}>
        {percent(share, lang)} ({number(tally.digitised, lang)}/{number(listed, lang)})
      </a>
      <small>
        {progressMessages[lang].appliedShort} {percent(applied, lang)}
      </small>
    </td>
  );
}

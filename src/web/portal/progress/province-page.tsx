import type { TargetProgress } from '#modules/programme/index.ts';
import type { Lang } from '#platform/i18n/index.ts';
import { number } from '../search/numbers.ts';
import { targetAddress } from './addresses.ts';
import { Bar } from './bar.tsx';
import { countable, type Province } from './matrix.tsx';
import { progressMessages } from './messages.ts';
import { RequirementText } from './requirement.tsx';
import { percent, shareOf } from './share.ts';

interface ProvincePageProps {
  lang: Lang;
  province: Province;
  progress: readonly TargetProgress[];
}

/** One province against every target that has a list. */
export function ProvincePage({ lang, province, progress }: ProvincePageProps) {
  const text = progressMessages[lang];
  return (
    <article>
      <h1>{text.provinceTitle(province.name)}</h1>
      <p class="lead">{text.provinceLead(province.name)}</p>
      <table class="stacking">
        <thead>
          <tr>
            <th scope="col">{text.target}</th>
            <th scope="col" class="number">
              {text.denominator}
            </th>
            <th scope="col">{text.digitised}</th>
            <th scope="col">{text.applied}</th>
            <th scope="col">{text.wanted}</th>
          </tr>
        </thead>
        <tbody>
          {countable(progress).map((one) => (
            <ProvinceRow key={one.target.id} lang={lang} province={province} progress={one} />
          ))}
        </tbody>
      </table>
      <p class="meta">{text.matrixNote}</p>
    </article>
  );
}

function ProvinceRow({
  lang,
  province,
  progress,
}: Omit<ProvincePageProps, 'progress'> & { progress: TargetProgress }) {
  const text = progressMessages[lang];
  const { target, provinces } = progress;
  const tally = provinces.get(province.code ?? '');
  const listed = tally?.listed ?? 0;
  return (
    <tr>
      <th scope="row" data-label={text.target}>
        <a href={targetAddress(lang, target, { place: province.code ?? undefined })}>
          {target.id} {target.label[lang]}
        </a>
      </th>
      <td class="number" data-label={text.denominator}>
        {number(listed, lang)}
      </td>
      {(['digitised', 'applied'] as const).map((numerator) => {
        const count = tally?.[numerator] ?? 0;
        const share = target.measure === 'share' ? shareOf(count, listed) : null;
        return (
          <td key={numerator} data-label={text[numerator]}>
            {share === null
              ? number(count, lang)
              : `${percent(share, lang)} (${number(count, lang)}/${number(listed, lang)})`}
            {share !== null && <Bar share={share} label={`${target.id}: ${percent(share, lang)}`} />}
          </td>
        );
      })}
      <td data-label={text.wanted}>
        <RequirementText lang={lang} requirement={target.requirement} />
      </td>
    </tr>
  );
}

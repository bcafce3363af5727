import { slugify } from '#formats/vietnamese/index.ts';
import { ADDRESSES } from '#web/layout/index.ts';
import { provinceAddress } from '../progress/addresses.ts';
import { number } from '../search/numbers.ts';
import { placeMessages } from './messages.ts';
import { Festivals, Highlights, History, Museums, PlaceTop, Steps, UnitFacts } from './parts.tsx';
import { barePlaceName, placeAddress, shortPlaceName } from './place-names.ts';
import type { CommuneGroup, CommuneView, FormerView, PlaceView, ProvinceView } from './view.ts';

export function ProvincePage(view: ProvinceView) {
  const { lang, heritage } = view;
  const text = placeMessages[lang];
  return (
    <>
      <PlaceTop {...view} lead={leadOf(view)} />
      <Highlights lang={lang} title={text.highlights} items={heritage.highlights} />
      <Festivals {...view} />
      <Museums lang={lang} museums={heritage.museums} />
      <p>
        <a href={provinceAddress(lang, slugify(view.unit.name))}>{text.progress(view.name)}</a>
      </p>
      <section aria-labelledby="communes">
        <h2 id="communes">{text.communes}</h2>
        <p>{text.communesLead(number(view.communeCount, lang))}</p>
        {view.communes.map((group) => (
          <Communes key={group.type} {...group} lang={lang} />
        ))}
      </section>
      <History {...view} />
      <UnitFacts {...view} />
    </>
  );
}

const leadOf = ({ lang, heritage, name }: PlaceView): string => {
  const text = placeMessages[lang];
  return heritage.total === 0 ? text.none(name) : text.countsLead(number(heritage.total, lang));
};

function Communes({ label, communes, lang }: CommuneGroup & { lang: 'vi' | 'en' }) {
  return (
    <>
      <h3 class="commune-type">{label}</h3>
      <ul class="place-list">
        {communes.map(({ name, href, count }) => (
          <li key={href}>
            <a href={href}>{name}</a>
            {count > 0 && <span class="count"> {number(count, lang)}</span>}
          </li>
        ))}
      </ul>
    </>
  );
}

export function CommunePage(view: CommuneView) {
  const { lang, heritage, province, elsewhere, title } = view;
  const text = placeMessages[lang];
  const around = shortPlaceName(province, lang);
  const isEmpty = heritage.total === 0;
  return (
    <>
      <PlaceTop {...view} lead={isEmpty ? text.noneOfCommune(title, around) : leadOf(view)} />
      {isEmpty && (
        <p>
          <a class="button" href={ADDRESSES.contribute[lang]}>
            {text.suggest}
          </a>{' '}
          <a class="button" href={placeAddress(lang, province)}>
            {barePlaceName(province, lang)}
          </a>
        </p>
      )}
      <Highlights
        lang={lang}
        title={isEmpty ? text.highlightsOf(around) : text.highlights}
        items={isEmpty ? elsewhere : heritage.highlights}
      />
      <Festivals {...view} />
      <Museums lang={lang} museums={heritage.museums} />
      <History {...view} />
      <UnitFacts {...view} />
    </>
  );
}

/** A province until 30 June 2025 keeps its page: documents of its time name it. */
export function FormerPage(view: FormerView) {
  const { lang, heritage, unit, now, successor, together, districts } = view;
  const text = placeMessages[lang];
  const name = barePlaceName(unit, lang);
  return (
    <>
      <PlaceTop {...view} lead={text.formerLead(name, now)} />
      <p>
        <a class="button" href={placeAddress(lang, successor)}>
          {barePlaceName(successor, lang)}
        </a>
      </p>
      <Highlights lang={lang} title={text.highlightsOf(name)} items={heritage.highlights} />
      <Festivals {...view} />
      <History {...view} />
      {together.length > 0 && (
        <section aria-labelledby="together">
          <h2 id="together">{text.together(shortPlaceName(successor, lang))}</h2>
          <Steps lang={lang} steps={together} />
        </section>
      )}
      {districts.length > 0 && (
        <section aria-labelledby="districts">
          <h2 id="districts">{text.districts}</h2>
          <p>{text.districtsLead}</p>
          <ul class="place-list" lang="vi">
            {districts.map(({ key, fullName }) => (
              <li key={key}>{fullName}</li>
            ))}
          </ul>
        </section>
      )}
      <UnitFacts {...view} />
    </>
  );
}

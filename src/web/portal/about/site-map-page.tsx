import type { Catalogue } from '#modules/standards/index.ts';
import { ADDRESSES, KIND_SEGMENTS, layoutMessages } from '#web/layout/index.ts';
import { standardMessages } from '../standard/messages.ts';

const vi = {
  title: 'Sơ đồ trang',
  find: 'Tìm và xem',
  timeline: 'Dòng thời gian',
  collections: 'Bộ sưu tập: danh mục và danh sách',
  kinds: 'Theo loại hồ sơ',
  law: 'Pháp lý và tiêu chuẩn',
  about: 'Về trang này',
  programs: 'Cho chương trình',
};

const en: typeof vi = {
  title: 'Site map',
  find: 'Find and read',
  timeline: 'Timeline',
  collections: 'Collections: legal lists',
  kinds: 'By kind of record',
  law: 'Law and standards',
  about: 'About this site',
  programs: 'For programs',
};

export const siteMapMessages = { vi, en };

/** Every page that has an address of its own. */
export function SiteMapPage({ lang, catalogue }: { lang: 'vi' | 'en'; catalogue: Catalogue }) {
  const text = siteMapMessages[lang];
  const layout = layoutMessages[lang];
  const standard = standardMessages[lang];
  const search = ADDRESSES.search[lang];
  return (
    <div class="content-page site-map">
      <h1>{text.title}</h1>
      <Links
        title={text.find}
        links={[
          [ADDRESSES.home[lang], layout.home],
          [search, layout.explore],
          [`${search}?view=map`, layout.map],
          [`${search}?view=timeline`, text.timeline],
          [ADDRESSES.places[lang], layout.places],
          [ADDRESSES.topics[lang], layout.topics],
          [`/${lang}/${KIND_SEGMENTS.collection?.[lang]}`, text.collections],
          [ADDRESSES.festivals[lang], layout.festivals],
          [ADDRESSES.progress[lang], layout.progress],
        ]}
      />
      <Links
        title={text.kinds}
        links={catalogue.inForce().map(({ kind, label }) => [`${search}?kind=${kind}`, label[lang]])}
      />
      <Links
        title={text.law}
        links={[
          [ADDRESSES.decisions[lang], layout.decisions],
          [ADDRESSES.standards[lang], standard.records],
          [ADDRESSES.codeLists[lang], standard.codeLists],
          [ADDRESSES.vocabularies[lang], standard.vocabularies],
        ]}
      />
      <Links
        title={text.about}
        links={(['about', 'accessibility', 'terms', 'contact', 'contribute', 'display'] as const).map(
          (page) => [ADDRESSES[page][lang], layout[page]],
        )}
      />
      <Links
        title={text.programs}
        links={[
          [ADDRESSES.openData[lang], layout.openData],
          ['/api/v1/docs', 'API'],
          ['/dcat', 'DCAT'],
          [`/feed?lang=${lang}`, layout.feedTitle],
        ]}
      />
    </div>
  );
}

function Links({
  title,
  links,
}: {
  title: string;
  links: readonly (readonly [href: string, label: string])[];
}) {
  return (
    <section>
      <h2>{title}</h2>
      <ul>
        {links.map(([href, label]) => (
          <li key={href}>
            <a href={href}>{label}</a>
          </li>
        ))}
      </ul>
    </section>
  );
}

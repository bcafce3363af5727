import type { Lang } from '#platform/i18n/index.ts';
import { ADDRESSES } from './addresses.ts';
import { layoutMessages } from './messages.ts';

export interface Crumb {
  label: string;
  /** Absent on the page itself. */
  href?: string;
}

export function Breadcrumb({ lang, crumbs }: { lang: Lang; crumbs: Crumb[] }) {
  if (crumbs.length === 0) return null;
  const text = layoutMessages[lang];
  return (
    <nav class="breadcrumb" aria-label={text.breadcrumbLabel}>
      <ol>
        {[{ label: text.home, href: ADDRESSES.home[lang] }, ...crumbs].map(({ label, href }) => (
          <li key={label}>{href ? <a href={href}>{label}</a> : <span aria-current="page">{label}</span>}</li>
        ))}
      </ol>
    </nav>
  );
}

/** schema.org BreadcrumbList of the same trail. */
export function breadcrumbStatement(origin: string, lang: Lang, crumbs: Crumb[]): object {
  const trail: Crumb[] = [{ label: layoutMessages[lang].home, href: ADDRESSES.home[lang] }, ...crumbs];
  return {
    '@context': 'https://schema.org',
    '@type': 'BreadcrumbList',
    itemListElement: trail.map(({ label, href }, index) => ({
      '@type': 'ListItem',
      position: index + 1,
      name: label,
      ...(href ? { item: origin + href } : {}),
    })),
  };
}

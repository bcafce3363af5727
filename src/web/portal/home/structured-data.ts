import type { Lang } from '#platform/i18n/index.ts';
import { ADDRESSES, layoutMessages } from '#web/layout/index.ts';
import { homeMessages } from './messages.ts';

/** schema.org: the site with how to search it. A publisher is claimed only where an operator has been named. */
export function siteStatements(origin: string, lang: Lang, operator: string | null): object[] {
  const url = origin + ADDRESSES.home[lang];
  const publisher = { '@type': 'GovernmentOrganization', name: operator, url };
  return [
    {
      '@context': 'https://schema.org',
      '@type': 'WebSite',
      name: layoutMessages[lang].siteName,
      description: homeMessages[lang].description,
      url,
      inLanguage: lang,
      isAccessibleForFree: true,
      potentialAction: {
        '@type': 'SearchAction',
        target: {
          '@type': 'EntryPoint',
          urlTemplate: `${origin}${ADDRESSES.search[lang]}?q={search_term_string}`,
        },
        'query-input': 'required name=search_term_string',
      },
      ...(operator === null ? {} : { publisher }),
    },
  ];
}

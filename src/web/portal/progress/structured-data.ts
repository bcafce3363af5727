import type { Lang } from '#platform/i18n/index.ts';
import { progressMessages } from './messages.ts';

/** schema.org Dataset of the progress, with its forms for programs. */
export function datasetStatement(
  origin: string,
  {
    lang,
    url,
    name,
    downloads,
  }: { lang: Lang; url: string; name: string; downloads: Record<string, string> },
): object {
  return {
    '@context': 'https://schema.org',
    '@type': 'Dataset',
    '@id': origin + url,
    url: origin + url,
    name,
    description: progressMessages[lang].lead,
    inLanguage: lang,
    isAccessibleForFree: true,
    spatialCoverage: { '@type': 'Country', name: 'Việt Nam' },
    distribution: Object.entries(downloads).map(([address, format]) => ({
      '@type': 'DataDownload',
      contentUrl: origin + address,
      encodingFormat: format,
    })),
  };
}

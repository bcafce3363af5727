import { escapeXml } from '#formats/xml/index.ts';
import type { Lang } from '#platform/i18n/index.ts';
import { ADDRESSES, layoutMessages } from '#web/layout/index.ts';
import { discoveryMessages } from './messages.ts';

/** OpenSearch 1.1 description: lets browsers and library systems search here. */
export function openSearchDescription(origin: string, lang: Lang): string {
  const { siteName } = layoutMessages[lang];
  const page = `${origin}${ADDRESSES.search[lang]}?q={searchTerms}`;
  const api = `${origin}/api/v1/search?q={searchTerms}`;
  return `<?xml version="1.0" encoding="UTF-8"?>
<OpenSearchDescription xmlns="http://a9.com/-/spec/opensearch/1.1/">
<ShortName>${escapeXml(siteName)}</ShortName>
<Description>${escapeXml(discoveryMessages[lang].searchDescription)}</Description>
<Url type="text/html" template="${escapeXml(page)}"/>
<Url type="application/json" template="${escapeXml(api)}"/>
<Image type="image/svg+xml">${escapeXml(`${origin}/assets/mark.svg`)}</Image>
<Language>${lang}</Language>
<InputEncoding>UTF-8</InputEncoding>
<OutputEncoding>UTF-8</OutputEncoding>
</OpenSearchDescription>
`;
}

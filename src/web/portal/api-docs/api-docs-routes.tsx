import { type HttpServer, languageOf } from '#platform/http/index.ts';
import { isLang } from '#platform/i18n/index.ts';
import { pageContext, sendPage } from '../page-context.ts';
import type { Portal } from '../portal.ts';
import { ApiDocsPage } from './api-docs-page.tsx';
import { documentOf } from './document.ts';
import { apiDocsMessages } from './messages.ts';

const ADDRESS = '/api/v1/docs';

/** The API reference as a page, in the language of `?lang=`, else of Accept-Language. */
export function registerApiDocs(server: HttpServer, portal: Portal): void {
  server.get(ADDRESS, { schema: { hide: true } }, async (request, reply) => {
    const asked = new URLSearchParams(request.url.split('?')[1]).get('lang') ?? undefined;
    const lang = isLang(asked) ? asked : languageOf(request);
    const context = await pageContext(portal, request, lang);
    const { title, lead } = apiDocsMessages[lang];
    return sendPage(context, reply.header('vary', 'Accept-Language'), {
      addresses: { vi: `${ADDRESS}?lang=vi`, en: `${ADDRESS}?lang=en` },
      title,
      description: lead,
      crumbs: [{ label: title }],
      body: <ApiDocsPage document={documentOf(server)} lang={lang} origin={portal.origin(request)} />,
    });
  });
}

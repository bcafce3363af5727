import type { FastifyRequest } from 'fastify';
import { preferencesCookie, preferencesFromCookie } from '#web/layout/index.ts';

const PAGE = /^\/(vi|en)(?=[/?]|$)/;

/**
 * What tells one anonymous page from another: its address, how the reader wants pages shown, and the host where pages
 * name their own address by it. Null for everything else, and for readers with credentials.
 */
export function pageKey(request: FastifyRequest, publicUrl: string | null): string | null {
  const { url, headers } = request;
  if (headers.authorization !== undefined || !PAGE.test(url)) return null;
  // Of all cookies only this one changes a page, and only in the ways it can be read.
  const display = preferencesCookie(preferencesFromCookie(headers.cookie));
  const origin = publicUrl === null ? `${request.protocol}://${request.host}` : '';
  return `${origin} ${display} ${url}`;
}

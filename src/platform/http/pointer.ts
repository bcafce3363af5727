/** One reference token of a JSON pointer (RFC 6901 §3). */
export function pointerToken(token: string): string {
  return token.replaceAll('~', '~0').replaceAll('/', '~1');
}

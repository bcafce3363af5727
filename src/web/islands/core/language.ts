/** One year, in milliseconds. */
const KEPT_MS = 31_536_000_000;

/**
 * Whoever switches the language gets it again at `/`. Only the language code is kept, and only after the reader
 * chose one. Browsers offer the store on secure origins only; elsewhere the browser's own language decides.
 */
export function rememberLanguage(): void {
  document.addEventListener('click', (event) => {
    const link = (event.target as Element).closest<HTMLAnchorElement>('header a[hreflang]');
    if (!link || !('cookieStore' in window)) return;
    const expires = Date.now() + KEPT_MS;
    void cookieStore.set({ name: 'ngon-ngu', value: link.hreflang, path: '/', expires, sameSite: 'lax' });
  });
}

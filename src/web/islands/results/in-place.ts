import { announce } from '../core/announce.ts';
import { formAddress, isSamePage } from './address.ts';
import { attachFacetFilters } from './facet-filter.ts';
import { keepPlace } from './place.ts';

/** Fetches the very page the address stands for and shows its parts here: the server's HTML is the only source. */
export function attachInPlace(): void {
  const main = document.querySelector<HTMLElement>('main');
  if (!main) return;
  main.addEventListener('change', (event) => {
    const form = (event.target as HTMLInputElement).form;
    if (form?.matches('[data-in-place]')) go(formTarget(form));
  });
  main.addEventListener('submit', (event) => {
    const form = event.target as HTMLFormElement;
    if (!form.matches('[data-in-place]')) return;
    event.preventDefault();
    go(formTarget(form));
  });
  main.addEventListener('click', (event) => {
    const link = (event.target as Element).closest('a');
    if (!link || isModified(event) || !link.closest('[data-in-place]')) return;
    if (!isSamePage(link.href, location.href)) return;
    event.preventDefault();
    go(link.href, { toResults: link.closest('.pager') !== null });
  });
  // Back and Forward change the address first; what it stands for is then fetched as for any other step.
  addEventListener('popstate', () => void show(location.href));
}

function isModified(event: MouseEvent): boolean {
  return event.button !== 0 || event.ctrlKey || event.metaKey || event.shiftKey || event.altKey;
}

function formTarget(form: HTMLFormElement): string {
  const fields = [...new FormData(form)].map(([name, value]): [string, string] => [name, String(value)]);
  return formAddress(form.action, fields);
}

function go(address: string, options: { toResults?: boolean } = {}): void {
  history.pushState(null, '', address);
  void show(address, options);
}

let running = new AbortController();

async function show(address: string, { toResults = false } = {}): Promise<void> {
  running.abort();
  running = new AbortController();
  const { signal } = running;
  const main = document.querySelector('main');
  main?.setAttribute('aria-busy', 'true');
  try {
    const answer = await fetch(address, { signal, headers: { accept: 'text/html' } });
    if (!answer.ok) throw new Error(`status ${answer.status}`);
    const page = new DOMParser().parseFromString(await answer.text(), 'text/html');
    if (!signal.aborted) put(page, toResults);
  } catch {
    // The address is right even when the fetch was not: the browser loads it or shows its own error.
    if (!signal.aborted) location.reload();
  }
}

function put(page: Document, toResults: boolean): void {
  const [main, fresh] = [document.querySelector('main'), page.querySelector('main')];
  if (!main || !fresh) throw new Error('a page without main');
  const restore = keepPlace(main);
  main.replaceChildren(...fresh.childNodes);
  main.removeAttribute('aria-busy');
  document.title = page.title;
  for (const selector of ['header a[hreflang]', 'link[rel=canonical]', 'link[hreflang]'])
    copyAddresses(page, selector);
  attachFacetFilters();
  document.dispatchEvent(new Event('contentchange'));
  restore();
  const heading = document.getElementById('results-title');
  if (toResults) heading?.focus();
  if (toResults) heading?.scrollIntoView();
  announce(document.querySelector('[data-count]')?.textContent ?? '');
}

function copyAddresses(page: Document, selector: string): void {
  const fresh = [...page.querySelectorAll(selector)];
  document.querySelectorAll(selector).forEach((element, index) => {
    const href = fresh[index]?.getAttribute('href');
    if (href) element.setAttribute('href', href);
  });
}

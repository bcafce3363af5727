import type { ToldMap } from '../../components/told-map.ts';
import type { LiveMap } from './interactive.ts';
import { mapMessages } from './messages.ts';

/** The one open map; the library and its canvas are heavy, and phones allow few WebGL contexts. */
let live: { figure: HTMLElement; map: LiveMap } | null = null;
/** Whether the reader wants the interactive map: then it opens again on the content that takes its place. */
let wanted = false;

export function attachMaps(): void {
  showButtons();
  document.addEventListener('click', (event) => {
    const button = (event.target as Element).closest<HTMLButtonElement>('[data-map-open]');
    const figure = button?.closest<HTMLElement>('[data-map]');
    if (!figure) return;
    wanted = live?.figure !== figure;
    close();
    if (wanted) void open(figure);
  });
  document.addEventListener('contentchange', () => {
    showButtons();
    if (live && !live.figure.isConnected) close();
    const figure = document.querySelector<HTMLElement>('[data-map]');
    if (wanted && figure && !live) void open(figure);
  });
}

function showButtons(): void {
  for (const button of document.querySelectorAll<HTMLElement>('[data-map-open]')) button.hidden = false;
}

const messages = () => mapMessages(document.documentElement.lang === 'en' ? 'en' : 'vi');

function say(figure: HTMLElement, state: 'loading' | 'ready' | 'failed' | 'drawing', text: string): void {
  figure.dataset.mapState = state;
  const status = figure.querySelector('[data-map-status]');
  if (status) status.textContent = text;
  const button = figure.querySelector('[data-map-open]');
  if (button) button.textContent = state === 'ready' ? messages().close : messages().open;
}

function close(): void {
  if (!live) return;
  live.map.remove();
  say(live.figure, 'drawing', '');
  live = null;
}

async function open(figure: HTMLElement): Promise<void> {
  const text = messages();
  if (!hasWebGl()) return say(figure, 'failed', text.noWebGl);
  if (figure.dataset.mapState === 'loading') return;
  say(figure, 'loading', text.loading);
  try {
    const told = JSON.parse(figure.dataset.map ?? '') as ToldMap;
    // The library, about 280 KB, travels only when somebody asks for it.
    const [{ openMap }] = await Promise.all([import('./interactive.ts'), loadSheet(told.sheet)]);
    const map = await openMap(figure, told, text);
    if (!figure.isConnected || !wanted) return map.remove();
    live = { figure, map };
    say(figure, 'ready', text.ready);
  } catch {
    figure.querySelector('.map-live')?.remove();
    say(figure, 'failed', text.failed);
  }
}

function hasWebGl(): boolean {
  const canvas = document.createElement('canvas');
  return (canvas.getContext('webgl2') ?? canvas.getContext('webgl')) !== null;
}

function loadSheet(address: string): Promise<void> {
  if (document.querySelector(`link[href="${CSS.escape(address)}"]`)) return Promise.resolve();
  return new Promise((resolve, reject) => {
    const link = document.createElement('link');
    link.rel = 'stylesheet';
    link.addEventListener('load', () => resolve());
    link.addEventListener('error', () => {
      link.remove();
      reject(new Error(`no style sheet at ${address}`));
    });
    link.href = address;
    document.head.append(link);
  });
}

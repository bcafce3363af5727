import { type Map as Canvas, Popup, type PopupOptions } from 'maplibre-gl';
import type { Box } from '../../components/told-map.ts';
import { kindWords } from '../core/kinds.ts';
import { listedAs, mark } from './list.ts';
import type { Surroundings } from './surroundings.ts';
import { cellAddress } from './window.ts';

interface Found {
  pid: string;
  kind: string;
  title: { vi: string; en?: string };
}

const MOST = 10;

interface Chosen {
  at: [number, number];
  box: Box;
  /** The button that was pressed; closing gives it the focus back. */
  from: HTMLElement;
}

/** What lies at a place, as links; those that stand in the list of the page are set off there, with a way to them. */
export async function openPopup(around: Surroundings, { at, box, from }: Chosen): Promise<void> {
  const { map, told, text, lang, say } = around;
  try {
    const answer = await fetch(cellAddress(told.search ?? '', box, MOST));
    if (!answer.ok) throw new Error(`status ${answer.status}`);
    const { items, total } = (await answer.json()) as { items: Found[]; total: number };
    const content = document.createElement('div');
    content.append(listOf(items, around));
    if (total > items.length) content.append(text.more((total - items.length).toLocaleString(lang)));
    const popup = new Popup(roomFor(map, at)).setLngLat(at).setDOMContent(content).addTo(map);
    const unmark = mark(items.map(({ pid }) => pid));
    popup.on('close', () => {
      unmark();
      // A map that was moved meanwhile has other buttons.
      const back = from.isConnected ? from : map.getCanvas();
      back.focus({ preventScroll: true });
    });
    content.addEventListener('keydown', ({ key }) => {
      if (key === 'Escape') popup.remove();
    });
  } catch {
    say(text.stale);
  }
}

/** Towards the middle of the map and at most half as wide, so that it never leaves it. */
function roomFor(map: Canvas, at: [number, number]): PopupOptions {
  const { clientWidth: width, clientHeight: height } = map.getContainer();
  const { x, y } = map.project(at);
  const anchor = `${y < height / 2 ? 'top' : 'bottom'}-${x < width / 2 ? 'left' : 'right'}` as const;
  return { anchor, maxWidth: `${Math.min(320, Math.round(width / 2) - 8)}px` };
}

function listOf(items: readonly Found[], { text, lang }: Surroundings): HTMLUListElement {
  const list = document.createElement('ul');
  for (const { pid, kind, title } of items) {
    const line = document.createElement('li');
    line.append(link(`/${lang}/${kindWords(kind, lang).path}/${pid}`, title[lang] ?? title.vi));
    const listed = listedAs(pid);
    if (listed) {
      const there = link('#results-title', text.inList);
      there.addEventListener('click', (event) => {
        event.preventDefault();
        listed.scrollIntoView({ block: 'center' });
        listed.querySelector('a')?.focus({ preventScroll: true });
      });
      line.append(' · ', there);
    }
    list.append(line);
  }
  return list;
}

function link(href: string, words: string): HTMLAnchorElement {
  const made = document.createElement('a');
  made.href = href;
  made.textContent = words;
  return made;
}

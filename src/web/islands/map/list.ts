/** The list twin of the map: the results of the page, each with its public point. */
const ITEMS = '.results li[data-point]';

/** The entry of a record in the list of the page. */
export function listedAs(pid: string): HTMLElement | undefined {
  return [...document.querySelectorAll<HTMLElement>('.results li')].find((item) =>
    item.querySelector(`h3 a[href*="/${CSS.escape(pid)}"]`),
  );
}

/** Sets entries off; answers how to take that back. */
export function mark(pids: readonly string[]): () => void {
  const marked = pids.flatMap((pid) => listedAs(pid) ?? []);
  for (const item of marked) item.classList.add('is-on-map');
  return () => {
    for (const item of marked) item.classList.remove('is-on-map');
  };
}

/** Tells where the entry is that has the focus or the pointer, and null when none has. */
export function watchList(tell: (at: [number, number] | null) => void, signal: AbortSignal): void {
  const told = ({ target }: Event): void => {
    const item = target instanceof Element ? target.closest<HTMLElement>(ITEMS) : null;
    const [lon, lat] = (item?.dataset.point ?? '').split(',').map(Number);
    tell(item && lon !== undefined && lat !== undefined ? [lon, lat] : null);
  };
  for (const event of ['focusin', 'pointerover']) document.addEventListener(event, told, { signal });
}

/**
 * Remembers what the reader had open and where the focus was, and answers how to give both back after the content
 * has been replaced. Elements are the same when their ids are.
 */
export function keepPlace(container: Element): () => void {
  const focused = container.contains(document.activeElement) ? document.activeElement : null;
  const opened = new Map(
    [...container.querySelectorAll<HTMLDetailsElement>('details[id]')].map(({ id, open }) => [id, open]),
  );
  return () => {
    for (const details of container.querySelectorAll<HTMLDetailsElement>('details[id]'))
      details.open = opened.get(details.id) ?? details.open;
    if (!focused) return;
    const same = focused.id === '' ? null : document.getElementById(focused.id);
    // A removed chip is gone: the heading of the results is the nearest place that still exists.
    (same ?? document.getElementById('results-title'))?.focus({ preventScroll: true });
  };
}

/** A page of a list that is read in order of its keys; `next` starts the page after, absent on the last one. */
export interface Page<Item, Key> {
  items: Item[];
  next?: Key;
}

/** From one row more than asked for: the page, and where the next one starts. */
export function pageOf<Item, Key>(
  rows: readonly Item[],
  limit: number,
  keyOf: (item: Item) => Key,
): Page<Item, Key> {
  const items = rows.slice(0, limit);
  const last = items.at(-1);
  return rows.length > limit && last !== undefined ? { items, next: keyOf(last) } : { items };
}

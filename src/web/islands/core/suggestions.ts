/** One line of the list; `href` is where choosing it leads. */
export interface Suggestion {
  label: string;
  href: string;
  /** What tells equal names apart: kind, place, what a term stands for. */
  note?: string;
  /** Language of the label where it is not the page's. */
  lang?: string;
}

export interface SuggestionGroup {
  label: string;
  items: Suggestion[];
}

/** The groups the server has for a text; null when it could not be asked (the form still works). */
export async function fetchSuggestions(
  address: string,
  text: string,
  signal: AbortSignal,
): Promise<SuggestionGroup[] | null> {
  const url = new URL(address, location.href);
  url.searchParams.set('q', text);
  try {
    const answer = await fetch(url, { signal, headers: { accept: 'application/json' } });
    if (!answer.ok) return null;
    const { groups } = (await answer.json()) as { groups: SuggestionGroup[] };
    return groups.filter((group) => group.items.length > 0);
  } catch {
    return null;
  }
}

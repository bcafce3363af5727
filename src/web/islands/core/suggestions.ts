import { kindWords, type PageLang } from './kinds.ts';

/** One line of the list; `href` is where choosing it leads. */
export interface Suggestion {
  label: string;
  href: string;
  /** How many records a place or term has. */
  note?: string;
}

export interface SuggestionGroup {
  label: string;
  items: Suggestion[];
}

/** What `/api/v1/suggest` answers. */
export type Answered =
  | { group: 'records'; kind: string; items: { pid: string; text: string }[] }
  | { group: 'places' | 'terms'; items: { key: string; value: string; text: string; count: number }[] };

export interface Naming {
  lang: PageLang;
  places: string;
  terms: string;
  /** Address of the search page. */
  search: string;
}

/** Groups with their headings, and where each suggestion leads: to a record, or to the search with that filter. */
export function readGroups(groups: readonly Answered[], naming: Naming): SuggestionGroup[] {
  const { lang, search } = naming;
  return groups.map((group) => {
    if (group.group === 'records') {
      const { label, path } = kindWords(group.kind, lang);
      return {
        label,
        items: group.items.map(({ pid, text }) => ({ label: text, href: `/${lang}/${path}/${pid}` })),
      };
    }
    const items = group.items.map(({ key, value, text, count }) => ({
      label: text,
      href: `${search}?${new URLSearchParams([[key, value]])}`,
      note: String(count),
    }));
    return { label: naming[group.group], items };
  });
}

/** The groups the server has for a text; null when it could not be asked (the form still works). */
export async function fetchSuggestions(
  address: string,
  { text, lang, signal }: { text: string; lang: PageLang; signal: AbortSignal },
): Promise<Answered[] | null> {
  const url = new URL(address, location.href);
  url.searchParams.set('q', text);
  try {
    const answer = await fetch(url, {
      signal,
      headers: { accept: 'application/json', 'accept-language': lang },
    });
    return answer.ok ? ((await answer.json()) as { groups: Answered[] }).groups : null;
  } catch {
    return null;
  }
}

/** How this reader wants pages shown: kept in a cookie and applied on the server, so nothing flashes (ux.md G4). */
export interface DisplayPreferences {
  theme: 'system' | 'light' | 'dark';
  contrast: 'normal' | 'high';
  text: '100' | '125' | '150' | '200';
  spacing: 'normal' | 'wide';
  motion: 'system' | 'reduce';
}

export const DISPLAY_CHOICES = {
  theme: ['system', 'light', 'dark'],
  contrast: ['normal', 'high'],
  text: ['100', '125', '150', '200'],
  spacing: ['normal', 'wide'],
  motion: ['system', 'reduce'],
} as const satisfies { [K in keyof DisplayPreferences]: readonly DisplayPreferences[K][] };

const COOKIE = 'hien-thi';
const ONE_YEAR_SECONDS = 31_536_000;

/** Unknown names and values fall back to the default (the first choice): a cookie is outside input. */
export function readPreferences(entries: Iterable<[string, string]>): DisplayPreferences {
  const given = new Map(entries);
  return {
    theme: pick(DISPLAY_CHOICES.theme, given.get('theme')),
    contrast: pick(DISPLAY_CHOICES.contrast, given.get('contrast')),
    text: pick(DISPLAY_CHOICES.text, given.get('text')),
    spacing: pick(DISPLAY_CHOICES.spacing, given.get('spacing')),
    motion: pick(DISPLAY_CHOICES.motion, given.get('motion')),
  };
}

function pick<T extends string>(choices: readonly [T, ...T[]], given: string | undefined): T {
  return choices.find((choice) => choice === given) ?? choices[0];
}

export function preferencesFromCookie(header: string | undefined): DisplayPreferences {
  const value = (header ?? '')
    .split(';')
    .map((part) => part.trim())
    .find((part) => part.startsWith(`${COOKIE}=`))
    ?.slice(COOKIE.length + 1);
  return readPreferences(new URLSearchParams((value ?? '').replaceAll('.', '&').replaceAll(':', '=')));
}

/** Set-Cookie value; holds only what differs from the default, in characters a cookie may hold. */
export function preferencesCookie(preferences: DisplayPreferences): string {
  const pairs = Object.entries(preferences).filter(
    ([name, value]) => value !== DISPLAY_CHOICES[name as keyof DisplayPreferences][0],
  );
  const value = pairs.map(([name, chosen]) => `${name}:${chosen}`).join('.');
  return `${COOKIE}=${value}; Path=/; Max-Age=${ONE_YEAR_SECONDS}; SameSite=Lax; HttpOnly`;
}

/** Attributes of the html element; the style sheet reads them. */
export function displayAttributes(preferences: DisplayPreferences): Record<string, string> {
  const pairs = Object.entries(preferences).filter(
    ([name, value]) => value !== DISPLAY_CHOICES[name as keyof DisplayPreferences][0],
  );
  return Object.fromEntries(pairs.map(([name, value]) => [`data-${name}`, value]));
}

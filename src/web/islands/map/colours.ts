/** Tokens of the style sheet that the map is painted with; they follow the theme of the page. */
const TOKENS = {
  sea: '--sea',
  land: '--land',
  boundary: '--boundary',
  ink: '--ink-1',
  seaName: '--lam-7',
  accent: '--son-6',
  tint1: '--seq-1',
  tint2: '--seq-2',
  tint3: '--seq-3',
  tint4: '--seq-4',
  tint5: '--seq-5',
} as const;

export type Colours = Record<keyof typeof TOKENS, string>;

export function readColours(): Colours {
  const style = getComputedStyle(document.documentElement);
  return Object.fromEntries(
    Object.entries(TOKENS).map(([name, token]) => [name, style.getPropertyValue(token).trim()]),
  ) as Colours;
}

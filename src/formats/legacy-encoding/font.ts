import type { LegacyEncoding } from './encodings.ts';

// Names are compared in the case that the makers gave them: the final H of the ABC fonts is what marks capitals.
const FONTS: readonly (readonly [RegExp, LegacyEncoding])[] = [
  [/^\.?Vn[A-Z].*H$/, 'TCVN3-H'],
  [/^\.?Vn[A-Z]/, 'TCVN3'],
  [/^VNI[-\s]/i, 'VNI'],
  [/^VI\s/, 'VISCII'],
];

/** The encoding that a font stands for (.VnTime, .VnArialH, VNI-Times, VI Times …); null for Unicode fonts. */
export function fontEncoding(fontName: string): LegacyEncoding | null {
  const name = fontName.trim();
  return FONTS.find(([pattern]) => pattern.test(name))?.[1] ?? null;
}

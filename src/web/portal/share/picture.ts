import { renderAsync } from '@resvg/resvg-js';
import { createLettering } from '#formats/lettering/index.ts';
import { type Card, cardSvg, type Letterings } from './card.tsx';

/** Files of the portal's fonts; between them the subsets have every Vietnamese letter. */
const HEADING = ['source-serif-4-latin-600-normal', 'source-serif-4-vietnamese-600-normal'];
const BODY = [
  'be-vietnam-pro-latin-400-normal',
  'be-vietnam-pro-vietnamese-400-normal',
  'noto-sans-minority-400-normal',
];

/** Opened when the first card is drawn: reading fonts takes a moment, and many programs never draw one. */
export function cardLetterings(font: (name: string) => Uint8Array): () => Letterings {
  let letterings: Letterings | undefined;
  const read = (names: readonly string[]) => createLettering(names.map((name) => font(`${name}.woff2`)));
  return () => {
    letterings ??= { heading: read(HEADING), body: read(BODY) };
    return letterings;
  };
}

/** The card as PNG. Drawn beside the event loop; texts are outlines, so the machine's fonts are never looked for. */
export async function drawCard(card: Card, letterings: Letterings): Promise<Buffer> {
  const picture = await renderAsync(cardSvg(card, letterings), { font: { loadSystemFonts: false } });
  return picture.asPng();
}

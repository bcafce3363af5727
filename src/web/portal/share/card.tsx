import { renderToString } from 'preact-render-to-string';
import type { Lettering } from '#formats/lettering/index.ts';
import { KindMotif } from '../../components/kind-motif.tsx';
import { Star } from '../../components/motif.tsx';

/** Pixels; the size that every service shows whole (ux.md G8). */
export const CARD = { width: 1200, height: 630 };

export interface Card {
  /** Small line above the title: the kind of the record. */
  above: string;
  title: string;
  /** Under the title: lists, date, place. */
  below: string;
  /** Along the foot: what may be done with the content, and whose it is. */
  rights: string;
  site: string;
  /** The kind whose motif is drawn; the star of the mark where there is none. */
  kind?: string;
}

/** `heading` for titles, `body` for everything else. */
export interface Letterings {
  heading: Lettering;
  body: Lettering;
}

/** Tokens of the light theme (ux.md §2). */
const COLOURS = {
  paper: '#FAF6EF',
  lacquer: '#4A0E0C',
  cream: '#F8EDD3',
  accent: '#8C1D18',
  gold: '#C8962E',
  ink: '#1E1A17',
  meta: '#4A423B',
};

const LEFT = 72;
const TEXT_WIDTH = 720;
const FOOT = 84;
const ABOVE = { size: 28, leading: 52 };
const TITLE = { size: 62, leading: 78, lines: 4 };
const BELOW = { size: 30, leading: 42, lines: 3 };
const RIGHTS_SIZE = 22;

/** The card as an SVG document whose texts are outlines. */
export function cardSvg(card: Card, { heading, body }: Letterings): string {
  const title = heading.wrap(card.title, { width: TEXT_WIDTH, ...TITLE });
  const lines = title.length > 2 ? 2 : BELOW.lines;
  const below = body.wrap(card.below, { width: TEXT_WIDTH, ...BELOW, lines });
  // The texts stand in the middle of what the foot leaves.
  const height = ABOVE.leading + title.length * TITLE.leading + below.length * BELOW.leading;
  const top = (CARD.height - FOOT - height) / 2;
  const first = top + ABOVE.leading + TITLE.size * 0.9;
  const under = top + ABOVE.leading + title.length * TITLE.leading + BELOW.size;
  const foot = CARD.height - FOOT / 2 + 9;
  const rightsLeft = CARD.width - LEFT - body.width(card.rights, RIGHTS_SIZE);
  return renderToString(
    <svg
      xmlns="http://www.w3.org/2000/svg"
      width={CARD.width}
      height={CARD.height}
      viewBox={`0 0 ${CARD.width} ${CARD.height}`}
      aria-hidden="true"
    >
      <rect width={CARD.width} height={CARD.height} fill={COLOURS.paper} />
      <Drawing kind={card.kind} />
      <Outline
        d={body.outline(card.above, { x: LEFT, y: top + ABOVE.size, size: ABOVE.size })}
        fill={COLOURS.accent}
      />
      <Outline d={linesOf(title, { lettering: heading, y: first, ...TITLE })} fill={COLOURS.ink} />
      <Outline d={linesOf(below, { lettering: body, y: under, ...BELOW })} fill={COLOURS.meta} />
      <rect y={CARD.height - FOOT} width={CARD.width} height={FOOT} fill={COLOURS.lacquer} />
      <rect y={CARD.height - FOOT} width={CARD.width} height="3" fill={COLOURS.gold} />
      <Outline d={heading.outline(card.site, { x: LEFT, y: foot, size: 32 })} fill={COLOURS.cream} />
      <Outline
        d={body.outline(card.rights, { x: rightsLeft, y: foot - 2, size: RIGHTS_SIZE })}
        fill={COLOURS.cream}
      />
    </svg>,
  );
}

interface Setting {
  lettering: Lettering;
  /** Of the first baseline. */
  y: number;
  size: number;
  leading: number;
}

function linesOf(lines: readonly string[], { lettering, y, size, leading }: Setting): string {
  return lines
    .map((line, index) => lettering.outline(line, { x: LEFT, y: y + index * leading, size }))
    .join('');
}

/** Nothing at all where there is no text: an empty attribute is written in a way that XML does not know. */
function Outline({ d, fill }: { d: string; fill: string }) {
  return d === '' ? null : <path d={d} fill={fill} />;
}

function Drawing({ kind }: { kind: string | undefined }) {
  return (
    <svg x="820" y="103" width="340" height="340" style={{ color: COLOURS.accent }} aria-hidden="true">
      {kind === undefined ? <Star /> : <KindMotif kind={kind} />}
    </svg>
  );
}

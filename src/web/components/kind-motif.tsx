import type { JSX } from 'preact';

/**
 * One drawing per kind of heritage, made from numbers and thin strokes like the bands of a bronze drum (ux.md §2). They
 * stand where a record has no picture. The frame is 120 × 90 user units.
 */
const CENTRE = { x: 60, y: 45 };

type Stroke = { d: string; width?: number; fill?: boolean };

const n = (value: number): string => String(Math.round(value * 10) / 10);

function at(radius: number, turn: number, centre = CENTRE): string {
  const angle = turn * 2 * Math.PI - Math.PI / 2;
  return `${n(centre.x + radius * Math.cos(angle))} ${n(centre.y + radius * Math.sin(angle))}`;
}

const turns = (count: number): number[] => Array.from({ length: count }, (_, index) => index / count);

function ring(radius: number, centre = CENTRE): string {
  const { x, y } = centre;
  return `M${n(x - radius)} ${n(y)}a${n(radius)} ${n(radius)} 0 1 0 ${n(2 * radius)} 0a${n(radius)} ${n(radius)} 0 1 0 ${n(-2 * radius)} 0z`;
}

/** Dots are strokes without length: round line ends make them round. */
const dots = (radius: number, count: number, centre = CENTRE): string =>
  turns(count)
    .map((turn) => `M${at(radius, turn + 0.5 / count, centre)}h0`)
    .join('');

const rays = (from: number, to: number, count: number, centre = CENTRE): string =>
  turns(count)
    .map((turn) => `M${at(from, turn, centre)}L${at(to, turn, centre)}`)
    .join('');

/** 14 rays, inner radius 0.38 of the outer, as on the face of the Ngọc Lũ drum. */
function star(radius: number, centre = CENTRE): string {
  const points = turns(28).map((turn, index) => at(index % 2 === 0 ? radius : radius * 0.38, turn, centre));
  return `M${points.join('L')}z`;
}

const columns = (xs: readonly number[], top: number, bottom: number): string =>
  xs.map((x) => `M${x - 1.6} ${top}V${bottom}M${x + 1.6} ${top}V${bottom}`).join('');

const lines = (rows: readonly (readonly [from: number, to: number, y: number])[]): string =>
  rows.map(([from, to, y]) => `M${from} ${y}H${to}`).join('');

/** Roof of a communal house with its turned-up eaves, columns and steps. */
const monument: Stroke[] = [
  { d: 'M8 43q4 5 10 4q24-3 31-24h22q7 21 31 24q6 1 10-4' },
  { d: 'M20 50q26-3 33-22h14q7 19 33 22', width: 0.7 },
  { d: 'M47 23q-4 0-5-5q5 3 9 2h18q4 1 9-2q-1 5-5 5M18 51H102M22 55H98' },
  { d: columns([28, 44, 76, 92], 55, 74) },
  { d: 'M53 74V60h14v14M60 60v14' },
  {
    d: lines([
      [20, 100, 74],
      [15, 105, 78],
      [10, 110, 82],
    ]),
  },
  { d: 'M56 40a4 4 0 1 0 8 0a4 4 0 1 0-8 0M60 40h0', width: 1.2 },
];

/** The face of a drum. */
const artefact: Stroke[] = [
  { d: star(13), fill: true },
  { d: [14.5, 18, 26, 30, 38, 41].map((radius) => ring(radius)).join('') },
  { d: dots(16.2, 28), width: 1.4 },
  { d: dots(22, 20), width: 3.4 },
  { d: rays(26, 30, 72), width: 0.6 },
  { d: dots(34, 40), width: 2.2 },
  { d: rays(38, 41, 96), width: 0.6 },
];

const GONG = { x: 60, y: 82 };

/** The sound of a gong going out over the people. */
const intangible: Stroke[] = [
  {
    d: [12, 16, 27, 31, 46, 50, 68, 72]
      .map((radius) => `M${60 - radius} 82a${radius} ${radius} 0 0 1 ${2 * radius} 0`)
      .join(''),
  },
  { d: dots(5, 1, { x: 60, y: 74 }), width: 7 },
  { d: arcDots(21.5, 11), width: 3.2 },
  { d: arcDots(38.5, 17), width: 4.2 },
  { d: arcDots(59, 25), width: 3 },
  { d: 'M4 82H116M4 85H116' },
];

function arcDots(radius: number, count: number): string {
  const places = Array.from({ length: count }, (_, index) => (index + 0.5) / count / 2 - 0.25);
  return places.map((turn) => `M${at(radius, turn, GONG)}h0`).join('');
}

/** A printing block: frame, ruled columns, the two fish tails in the middle, and rows of characters. */
const documentary: Stroke[] = [
  { d: 'M14 12h92v66h-92zM17 15h86v60h-86z' },
  { d: 'M55 15v60M65 15v60M55 28l5 5l5-5M55 62l5-5l5 5' },
  { d: [26.5, 36, 45.5, 74.5, 84, 93.5].map((x) => `M${x} 15v60`).join(''), width: 0.6 },
  {
    d: [21.7, 31.2, 40.7, 50.2, 69.7, 79.2, 88.7, 98.2]
      .flatMap((x, column) =>
        Array.from({ length: 9 - (column % 3) }, (_, row) => `M${x} ${20 + row * 6.2}v2.6`),
      )
      .join(''),
    width: 3,
  },
];

const museum: Stroke[] = [
  { d: 'M16 34L60 12L104 34zM24 32L60 14.5L96 32zM12 34H108V39H12z' },
  { d: ring(5, { x: 60, y: 25.5 }) },
  { d: star(3.6, { x: 60, y: 25.5 }), fill: true },
  { d: columns([22, 37, 52, 68, 83, 98], 39, 72) },
  {
    d: lines([
      [16, 104, 72],
      [12, 108, 76],
      [8, 112, 80],
    ]),
  },
];

/** A halo around a figure that has no face. */
const agent: Stroke[] = [
  { d: `${ring(38)}${ring(34)}${ring(30)}` },
  { d: rays(34, 38, 56), width: 0.7 },
  { d: ring(9, { x: 60, y: 36 }) },
  { d: 'M36 62.5q2-14 24-14t24 14M41 67q3-13.5 19-13.5t19 13.5' },
  { d: dots(32, 28), width: 1.4 },
];

/** Mountains above water. */
const place: Stroke[] = [
  { d: 'M8 62L34 24L50 47M14 62L34 33L48 53M20 62L34 42L44 57' },
  { d: 'M40 62L68 16L98 62M47 62L68 27L91 62M54 62L68 38L84 62M61 62L68 49L77 62' },
  { d: 'M86 44L94 34L112 62M90 50L94 44L105 62' },
  {
    d: [66, 71, 76, 81]
      .map((y, row) => `M${8 + row * 3} ${y}${'q4-4 8 0t8 0'.repeat(6 - Math.ceil(row / 2))}`)
      .join(''),
  },
  { d: ring(5, { x: 98, y: 17 }) },
];

/** The cycle of sixty names with its twelve branches. */
const event: Stroke[] = [
  { d: `${ring(40)}${ring(28)}${ring(14)}` },
  { d: rays(36, 40, 60), width: 0.8 },
  { d: rays(28, 40, 12) },
  { d: rays(14, 28, 10), width: 0.7 },
  { d: dots(34, 12), width: 3.6 },
  { d: star(11), fill: true },
];

const SHELVES = [19, 45, 71];
const PLACES = [20, 46.7, 73.3, 100];

const collection: Stroke[] = [
  {
    d: SHELVES.flatMap((y) => PLACES.map((x) => `${ring(9.5, { x, y })}${ring(7.5, { x, y })}`)).join(''),
  },
  { d: SHELVES.flatMap((y) => PLACES.map((x) => star(5.5, { x, y }))).join(''), fill: true },
  {
    d: lines([
      [8, 112, 32],
      [8, 112, 58],
      [8, 112, 84],
      [8, 112, 6],
    ]),
    width: 0.7,
  },
];

/** An open book. */
const source: Stroke[] = [
  { d: 'M60 20q-18-9-46-4v54q28-5 46 4q18-9 46-4V16q-28-5-46 4zM60 20v54' },
  { d: 'M14 70l-4 5q30-4 50 4q20-8 50-4l-4-5' },
  {
    d: [0, 1, 2, 3, 4, 5, 6]
      .map((row) => `M21 ${24 + row * 6}q18-2 33 2.5M99 ${24 + row * 6}q-18-2-33 2.5`)
      .join(''),
    width: 0.7,
  },
];

const MOTIFS: Record<string, Stroke[]> = {
  monument,
  artefact,
  intangible,
  documentary,
  museum,
  agent,
  place,
  event,
  collection,
  source,
};

function strokesOf(kind: string): Stroke[] {
  return (Object.hasOwn(MOTIFS, kind) ? MOTIFS[kind] : undefined) ?? source;
}

export function KindMotif({ kind }: { kind: string }): JSX.Element {
  return (
    <svg class="motif" viewBox="0 0 120 90" aria-hidden="true" focusable="false">
      {strokesOf(kind).map(({ d, width = 1, fill = false }) => (
        <path
          key={d}
          d={d}
          fill={fill ? 'currentColor' : 'none'}
          stroke={fill ? 'none' : 'currentColor'}
          stroke-width={width}
          stroke-linecap="round"
          stroke-linejoin="round"
        />
      ))}
    </svg>
  );
}

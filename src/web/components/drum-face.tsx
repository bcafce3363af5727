/**
 * The face of a bronze drum from numbers alone: the star of 14 rays and the ring radii of the Ngọc Lũ drum (ux.md
 * §2), in hairlines. It stands on lacquer beside the search field and carries no meaning.
 */
const RINGS = [1, 0.86, 0.8, 0.62, 0.56, 0.38];
const OUTER = 98;

const turn = (index: number, count: number) => (index / count) * 2 * Math.PI - Math.PI / 2;

function at(radius: number, angle: number): string {
  return `${(100 + radius * Math.cos(angle)).toFixed(1)} ${(100 + radius * Math.sin(angle)).toFixed(1)}`;
}

function star(): string {
  const points = Array.from({ length: 28 }, (_, index) =>
    at(index % 2 === 0 ? 36 : 36 * 0.38, turn(index, 28)),
  );
  return `M${points.join('L')}z`;
}

interface Dashes {
  radius: number;
  count: number;
  /** Across the ring. */
  size: number;
  /** Along the ring; without it dots. */
  dash?: number;
}

/** Marks at equal distances along a ring: dots, or the strokes of the drum's comb pattern. */
function Dashes({ radius, count, size, dash = 0 }: Dashes) {
  const length = 2 * Math.PI * radius * OUTER;
  return (
    <circle
      cx="100"
      cy="100"
      r={(radius * OUTER).toFixed(1)}
      fill="none"
      stroke="currentColor"
      stroke-width={size}
      stroke-linecap={dash === 0 ? 'round' : 'butt'}
      stroke-dasharray={`${dash} ${(length / count - dash).toFixed(3)}`}
    />
  );
}

const STAR = star();

export function DrumFace() {
  return (
    <svg class="drum-face" viewBox="0 0 200 200" aria-hidden="true" focusable="false">
      <path d={STAR} fill="currentColor" />
      {RINGS.map((radius) => (
        <circle
          key={radius}
          cx="100"
          cy="100"
          r={(radius * OUTER).toFixed(1)}
          fill="none"
          stroke="currentColor"
          stroke-width="0.8"
        />
      ))}
      <Dashes radius={0.83} count={120} size={0.06 * OUTER} dash={0.6} />
      <Dashes radius={0.59} count={84} size={0.06 * OUTER} dash={0.6} />
      <Dashes radius={0.93} count={72} size={3} />
      <Dashes radius={0.71} count={40} size={5} />
      <Dashes radius={0.47} count={36} size={2.4} />
    </svg>
  );
}

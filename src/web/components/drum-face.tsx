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

/** Strokes across a ring, as the comb pattern of the drum. */
function comb(inner: number, outer: number, count: number): string {
  return Array.from({ length: count }, (_, index) => {
    const angle = turn(index, count);
    return `M${at(inner * OUTER, angle)}L${at(outer * OUTER, angle)}`;
  }).join('');
}

/** Dotted circles with their tangents, between two rings. */
function Dots({ radius, count, size }: { radius: number; count: number; size: number }) {
  const length = 2 * Math.PI * radius * OUTER;
  return (
    <circle
      cx="100"
      cy="100"
      r={(radius * OUTER).toFixed(1)}
      fill="none"
      stroke="currentColor"
      stroke-width={size}
      stroke-linecap="round"
      stroke-dasharray={`0 ${(length / count).toFixed(3)}`}
    />
  );
}

const STAR = star();
const COMBS = comb(0.8, 0.86, 120) + comb(0.56, 0.62, 84);

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
      <path d={COMBS} stroke="currentColor" stroke-width="0.5" />
      <Dots radius={0.93} count={72} size={3} />
      <Dots radius={0.71} count={40} size={5} />
      <Dots radius={0.47} count={36} size={2.4} />
    </svg>
  );
}

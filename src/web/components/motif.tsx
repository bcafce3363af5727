/**
 * Motifs of the bronze drum, drawn from numbers (ux.md §2). The 14 rays are those of the Ngọc Lũ drum's face:
 * step 360/14 = 25.714°, inner radius 0.38 of the outer.
 */
const RAYS = 14;
const INNER = 0.38;

function starPoints(radius: number): string {
  const points = Array.from({ length: RAYS * 2 }, (_, index) => {
    const angle = (index * Math.PI) / RAYS - Math.PI / 2;
    const distance = index % 2 === 0 ? radius : radius * INNER;
    return `${(50 + distance * Math.cos(angle)).toFixed(1)},${(50 + distance * Math.sin(angle)).toFixed(1)}`;
  });
  return points.join(' ');
}

const STAR = starPoints(46);

/** Sao 14 cánh: ground of the mark and sign of empty states. */
export function Star() {
  return (
    <svg viewBox="0 0 100 100" aria-hidden="true" focusable="false">
      <polygon points={STAR} fill="currentColor" />
      <circle cx="50" cy="50" r="48" fill="none" stroke="currentColor" stroke-width="1.5" />
    </svg>
  );
}

const RING_RADII = [1, 0.86, 0.8, 0.62, 0.56, 0.38];

/** Vành đồng tâm: divides sections. */
export function Rings() {
  return (
    <svg class="rings" viewBox="0 0 100 100" aria-hidden="true" focusable="false">
      {RING_RADII.map((radius) => (
        <circle
          key={radius}
          cx="50"
          cy="50"
          r={radius * 48}
          fill="none"
          stroke="currentColor"
          stroke-width="1"
          vector-effect="non-scaling-stroke"
        />
      ))}
    </svg>
  );
}

/** Vòng chấm tiếp tuyến: dotted circles joined by tangents, pitch 12 px, under the header. */
export function Band() {
  return (
    <svg class="band" aria-hidden="true" focusable="false">
      <defs>
        <pattern id="tangents" width="12" height="12" patternUnits="userSpaceOnUse">
          <circle cx="6" cy="6" r="3" fill="none" stroke="currentColor" stroke-width="1" />
          <circle cx="6" cy="6" r="0.9" fill="currentColor" />
          <path d="M8.4 4.2 12 7.8M0 7.8l3.6 .1" stroke="currentColor" stroke-width="1" />
        </pattern>
      </defs>
      <rect width="100%" height="12" fill="url(#tangents)" />
    </svg>
  );
}

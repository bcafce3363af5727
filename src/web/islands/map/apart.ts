interface Pixels {
  x: number;
  y: number;
}

/** Width and height of a button with its gap, pixels. */
const ROOM = { x: 40, y: 34 };

/**
 * Spots that have room, those with most results first. The others appear as the reader comes nearer; until then their
 * province can be pressed on the map, and the list beside it has all of them.
 */
export function apart<T extends { count: number }>(spots: readonly T[], pixels: (spot: T) => Pixels): T[] {
  const placed: Pixels[] = [];
  return spots
    .toSorted((a, b) => b.count - a.count)
    .filter((spot) => {
      const { x, y } = pixels(spot);
      if (placed.some((other) => Math.abs(other.x - x) < ROOM.x && Math.abs(other.y - y) < ROOM.y))
        return false;
      placed.push({ x, y });
      return true;
    });
}

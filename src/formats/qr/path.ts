import { encodeQR } from 'qr';

/** `size` is the side of the square view box in modules, quiet zone included; `path` draws the dark modules. */
export type QrOutcome =
  | { kind: 'qr'; size: number; path: string }
  | { kind: 'too-long'; bytes: number; limit: number };

// ISO/IEC 18004, table 7: version 10 at level M holds 213 bytes. A larger symbol printed at the size of a
// label (25 mm) has modules under 0.4 mm, which phone cameras no longer read reliably.
const BYTE_LIMIT = 213;

// ISO/IEC 18004 §6.3.8: four light modules on every side.
const QUIET_ZONE = 4;

/** QR code (byte mode, UTF-8, error correction level M) as the `d` attribute of one SVG path. */
export function qrPath(text: string): QrOutcome {
  const bytes = new TextEncoder().encode(text).length;
  if (bytes > BYTE_LIMIT) return { kind: 'too-long', bytes, limit: BYTE_LIMIT };
  const modules = encodeQR(text, 'raw', { ecc: 'medium', encoding: 'byte', border: QUIET_ZONE });
  return { kind: 'qr', size: modules.length, path: modules.map(rowPath).join('') };
}

/** One rectangle per horizontal run: a third of the length of one square per module. */
function rowPath(row: readonly boolean[], y: number): string {
  let path = '';
  for (let x = 0; x < row.length; x += 1) {
    if (!row[x]) continue;
    const start = x;
    while (row[x + 1]) x += 1;
    const run = x - start + 1;
    path += `M${start} ${y}h${run}v1h-${run}z`;
  }
  return path;
}

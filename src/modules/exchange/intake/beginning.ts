const BEGINNING = 65_536;
const LINE_FEED = 0x0a;

/** The first whole lines of a file, 64 KiB at most. */
export async function fileBeginning(chunks: AsyncIterable<Uint8Array>): Promise<Uint8Array> {
  const parts: Uint8Array[] = [];
  let size = 0;
  for await (const chunk of chunks) {
    parts.push(chunk);
    size += chunk.length;
    if (size > BEGINNING) break;
  }
  const bytes = Buffer.concat(parts);
  if (size <= BEGINNING) return bytes;
  return bytes.subarray(0, bytes.lastIndexOf(LINE_FEED, BEGINNING) + 1);
}

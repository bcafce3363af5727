/** A file that can be read at any place: a workbook's directory stands at its end. */
export interface RandomAccess {
  /** In bytes. */
  size: number;
  /** Fewer bytes than asked only at the end of the file. */
  read(offset: number, length: number): Promise<Uint8Array>;
}

export function bytesSource(bytes: Uint8Array): RandomAccess {
  return {
    size: bytes.length,
    read: async (offset, length) => bytes.subarray(offset, offset + length),
  };
}

const CELL_LIMIT = 32_767;

/** `_xHHHH_` would be read as a character (ECMA-376 part 1, §22.9.2.19); half characters and U+FFFE are no XML. */
export function safeText(text: string): string {
  const whole = text.length > CELL_LIMIT ? `${text.slice(0, CELL_LIMIT - 1)}…` : text;
  return whole
    .toWellFormed()
    .replace(/[\ufffe\uffff]/g, '\ufffd')
    .replace(/_(?=x[0-9a-f]{4}_)/gi, '_x005F_');
}

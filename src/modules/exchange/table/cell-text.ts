import {
  convertText,
  fontEncoding,
  isByteText,
  type LegacyEncoding,
} from '#formats/legacy-encoding/index.ts';
import type { WorkbookCell } from '#formats/xlsx/index.ts';

/** `encoding` where the font told one: `text` is converted already, `before` is as it stood. */
export type CellText = { text: string; encoding?: LegacyEncoding; before?: string };

/** A cell as it would stand in a CSV file: decimals without the noise of binary numbers, dates as ISO 8601. */
export function cellText(cell: WorkbookCell): CellText {
  switch (cell.kind) {
    case 'empty':
      return NOTHING;
    case 'text':
      return textOf(cell);
    case 'number':
      return { text: plainNumber(cell.value) };
    default:
      return { text: String(cell.value) };
  }
}

const NOTHING: CellText = { text: '' };

function textOf({ value, font, runs }: Extract<WorkbookCell, { kind: 'text' }>): CellText {
  if (!/[\x80-\uffff]/.test(value)) return { text: value };
  const parts = (runs ?? [{ text: value, ...(font === undefined ? {} : { font }) }]).map((run) => ({
    text: run.text,
    encoding: run.font === undefined ? null : fontEncoding(run.font),
  }));
  const encoding = parts.find((part) => part.encoding !== null && needsConversion(part.text))?.encoding;
  if (encoding == null) return { text: value };
  const text = parts.map((part) =>
    part.encoding === null || !needsConversion(part.text) ? part.text : convertText(part.text, part.encoding),
  );
  return { text: text.join(''), encoding, before: value };
}

/** A text converted before may have kept its old font: letters beyond the bytes of Windows-1252 show it. */
const needsConversion = (text: string): boolean => /[\x80-\uffff]/.test(text) && isByteText(text);

/** Excel keeps 15 digits; those behind them are what binary fractions leave. Never with an exponent. */
export function plainNumber(value: number): string {
  const rounded = Number(value.toPrecision(15));
  const text = String(rounded);
  if (!text.includes('e')) return text;
  return Math.abs(rounded) >= 1 ? BigInt(rounded).toString() : rounded.toFixed(20).replace(/0+$/, '');
}

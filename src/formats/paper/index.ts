export {
  type Entry,
  LABEL_SHARE,
  MARGINS,
  type Paper,
  type PaperBlock,
  type PaperDocument,
  type PaperTable,
  sheetSize,
  textWidth,
} from './document.ts';
export { printable } from './text.ts';

export type { Fonts } from './typeface.ts';
export { writePdf } from './write.ts';

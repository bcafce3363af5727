export { type QrOutcome, qrPath } from './path.ts';

export { checkCharacter } from './check.ts';
export { mintName } from './mint.ts';
export { type Ark, type ArkOutcome, formatArk, isMintedName, parseArk } from './parse.ts';

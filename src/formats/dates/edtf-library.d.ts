/** The package ships no types; only its parser is used, whose tree `edtf.ts` checks piece by piece. */
declare module 'edtf' {
  export function parse(text: string): unknown;
}

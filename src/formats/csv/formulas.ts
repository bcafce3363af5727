// What spreadsheet programs take for the beginning of a formula (OWASP, "CSV Injection"), full-width forms included;
// a tab or line break can push the sign into a cell of its own.
const FORMULA = /^'*[=+\-@\t\r\n＝＋－＠]/;
const GUARDED = /^'+[=+\-@\t\r\n＝＋－＠]/;

/** Puts an apostrophe before a text that a spreadsheet would run. Apostrophes already there get one more. */
export function guardFormula(text: string): string {
  return FORMULA.test(text) ? `'${text}` : text;
}

/** Takes away exactly what `guardFormula` put there. */
export function unguardFormula(text: string): string {
  return GUARDED.test(text) ? text.slice(1) : text;
}

import { english } from './describe-en.ts';
import { vietnamese } from './describe-vi.ts';
import type { Step } from './writers.ts';

function capitalised(text: string): string {
  return text.charAt(0).toUpperCase() + text.slice(1);
}

/** The derivation of a date in words, one sentence per step. */
export function describeDerivation(steps: readonly Step[], lang: 'vi' | 'en'): string[] {
  const writers = lang === 'vi' ? vietnamese : english;
  // Each writer takes the step of its own key; the type system cannot follow the pairing through the union.
  return steps.map((step) => capitalised((writers[step.step] as (given: Step) => string)(step)));
}

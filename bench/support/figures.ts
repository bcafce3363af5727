export interface Figure {
  name: string;
  value: number;
  unit: string;
  /** What it is measured against in the same run, and the most (or least) it may be. */
  target?: { value: number; is: 'at most' | 'at least' };
}

/** The value below which the share `p` (0 … 1) of the sample lies. */
export function percentile(sample: readonly number[], p: number): number {
  const sorted = sample.toSorted((a, b) => a - b);
  return sorted[Math.min(sorted.length - 1, Math.ceil(p * sorted.length) - 1)] ?? Number.NaN;
}

function meets({ value, target }: Figure): boolean {
  if (!target) return true;
  return target.is === 'at most' ? value <= target.value : value >= target.value;
}

/** Prints the figures as a table or as JSON; false when one misses its target. */
export function printFigures(title: string, figures: readonly Figure[], json: boolean): boolean {
  const good = figures.every(meets);
  if (json) {
    process.stdout.write(`${JSON.stringify({ title, good, figures })}\n`);
    return good;
  }
  const width = Math.max(...figures.map((figure) => figure.name.length));
  const lines = figures.map((figure) => {
    const target = figure.target
      ? `  ${figure.target.is} ${round(figure.target.value)}  ${meets(figure) ? '✓' : '✗'}`
      : '';
    return `  ${figure.name.padEnd(width)}  ${round(figure.value).padStart(10)} ${figure.unit}${target}`;
  });
  process.stdout.write(`${[title, ...lines, ''].join('\n')}\n`);
  return good;
}

function round(value: number): string {
  return value >= 100 ? value.toFixed(0) : value.toFixed(2);
}

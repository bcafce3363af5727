import type { Attributes } from './xml.ts';

export type Run = { text: string; font?: string };

/** Gathers the text of a cell or of a shared text from its elements; the readings beside it (`rPh`) are left out. */
export function textCollector() {
  let [text, runs, isRich]: [string, Run[], boolean] = ['', [], false];
  let [inText, inReading] = [false, false];
  let run: Run | undefined;
  return {
    start: (): void => {
      [text, runs, isRich, inText, inReading, run] = ['', [], false, false, false, undefined];
    },
    open: (name: string, { val }: Attributes): void => {
      if (name === 't') inText = true;
      else if (name === 'rPh') inReading = true;
      else if (name === 'r') {
        isRich = true;
        run = { text: '' };
        runs.push(run);
      } else if (name === 'rFont' && run && val !== undefined) run.font = val;
    },
    text: (piece: string): void => {
      if (!inText || inReading) return;
      text += piece;
      if (run) run.text += piece;
    },
    close: (name: string): void => {
      if (name === 't') inText = false;
      else if (name === 'rPh') inReading = false;
      else if (name === 'r') run = undefined;
    },
    take: (): { text: string; runs?: Run[] } => {
      const named = isRich && runs.some(({ font }) => font !== undefined);
      const plain = unescaped(text);
      return named
        ? { text: plain, runs: runs.map((part) => ({ ...part, text: unescaped(part.text) })) }
        : { text: plain };
    },
  };
}

/** `_xHHHH_` stands for a character that XML cannot hold (ECMA-376 part 1, §22.9.2.19). */
export function unescaped(text: string): string {
  if (!text.includes('_x')) return text;
  return text.replace(/_x([0-9a-f]{4})_/gi, (_, code: string) =>
    String.fromCharCode(Number.parseInt(code, 16)),
  );
}

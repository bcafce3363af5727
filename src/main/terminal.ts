import type { Lang, LocalizedText } from '#platform/i18n/index.ts';

/** Answers go to standard output, progress and complaints to standard error, all in one language. */
export interface Terminal {
  lang: Lang;
  answer(line: string): void;
  say(text: LocalizedText): void;
}

/** The language of the terminal: LANG=en_… gives English, everything else Vietnamese. */
export function openTerminal(locale: string | undefined): Terminal {
  const lang: Lang = /^en/i.test(locale ?? '') ? 'en' : 'vi';
  return {
    lang,
    answer: (line) => process.stdout.write(`${line}\n`),
    say: (text) => process.stderr.write(`disan: ${text[lang]}\n`),
  };
}

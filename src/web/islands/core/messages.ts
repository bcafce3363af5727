const vi = {
  suggestions: 'Gợi ý',
  places: 'Địa phương',
  terms: 'Loại, thời kỳ, chất liệu…',
  count: (count: number) => `${count} gợi ý, dùng phím mũi tên để chọn`,
  none: 'Không có gợi ý',
  copied: 'Đã chép',
  copyFailed: 'Trình duyệt không cho chép. Hãy chọn và chép bằng tay.',
  shortcutOff: 'Tắt phím tắt “/”',
  shortcutOn: 'Bật phím tắt “/”',
  findIn: (name: string) => `Tìm trong ${name}`,
};

const en: typeof vi = {
  suggestions: 'Suggestions',
  places: 'Places',
  terms: 'Types, periods, materials…',
  count: (count) => `${count} ${count === 1 ? 'suggestion' : 'suggestions'}, use the arrow keys to choose`,
  none: 'No suggestions',
  copied: 'Copied',
  copyFailed: 'The browser does not allow copying. Please select and copy by hand.',
  shortcutOff: 'Turn the “/” key off',
  shortcutOn: 'Turn the “/” key on',
  findIn: (name) => `Find in ${name}`,
};

const lang = document.documentElement.lang === 'en' ? 'en' : 'vi';

/** The words of the islands in the language of the page. */
export const messages = { vi, en }[lang];

/** What groups of suggestions are called. */
export const naming = { lang, places: messages.places, terms: messages.terms } as const;

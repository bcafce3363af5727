import { messages } from './messages.ts';

/** Where the reader's choice is kept; single-key shortcuts must be possible to switch off (WCAG 2.1.4). */
const KEY = 'phim-tat';

/** On the home page "/" moves to the search field, unless the reader is typing or has switched it off. */
export function attachShortcut(): void {
  const field = document.querySelector<HTMLInputElement>('input[data-slash]');
  const button = document.querySelector<HTMLButtonElement>('button[data-slash-switch]');
  if (!field || !button) return;
  const show = () => {
    button.textContent = isOff() ? messages.shortcutOn : messages.shortcutOff;
  };
  button.addEventListener('click', () => {
    localStorage.setItem(KEY, isOff() ? '' : 'tat');
    show();
  });
  button.hidden = false;
  show();
  document.addEventListener('keydown', (event) => {
    const typing = (event.target as Element).closest('input, textarea, select, [contenteditable]');
    if (event.key !== '/' || event.isComposing || event.ctrlKey || event.metaKey || typing || isOff()) return;
    event.preventDefault();
    field.focus();
  });
}

function isOff(): boolean {
  return localStorage.getItem(KEY) === 'tat';
}

import { announce } from './announce.ts';
import { optionList } from './list.ts';
import { messages, naming } from './messages.ts';
import { fetchSuggestions, readGroups } from './suggestions.ts';

/** Long enough not to ask for each letter of a fast typist, short enough to feel immediate. */
const PAUSE_MS = 150;

/**
 * An editable combobox with a list (WAI-ARIA APG): the text stays the reader's own, the list only offers. Typing
 * with a Vietnamese input method composes letters over several key strokes; nothing is asked or chosen meanwhile.
 */
export function attachCombobox(input: HTMLInputElement): void {
  const list = optionList(`${input.id}-list`);
  const state = { pause: 0, asked: new AbortController() };
  input.after(list.element);
  for (const [name, value] of Object.entries({
    role: 'combobox',
    'aria-autocomplete': 'list',
    'aria-expanded': 'false',
    'aria-controls': list.element.id,
  }))
    input.setAttribute(name, value);

  const close = () => {
    clearTimeout(state.pause);
    state.asked.abort();
    list.hide();
    input.setAttribute('aria-expanded', 'false');
    input.removeAttribute('aria-activedescendant');
  };
  const open = async () => {
    state.asked.abort();
    state.asked = new AbortController();
    const { signal } = state.asked;
    const answered = await fetchSuggestions(input.dataset.suggest ?? '', {
      text: input.value.trim(),
      lang: naming.lang,
      signal,
    });
    if (signal.aborted || document.activeElement !== input) return;
    const count = list.show(readGroups(answered ?? [], { ...naming, search: input.form?.action ?? '' }));
    input.setAttribute('aria-expanded', String(count > 0));
    input.removeAttribute('aria-activedescendant');
    if (answered) announce(count > 0 ? messages.count(count) : messages.none);
  };
  const typed = () => {
    close();
    if (input.value.trim() !== '') state.pause = setTimeout(open, PAUSE_MS);
  };
  const move = (step: 1 | -1) => {
    const id = list.move(step);
    if (id === null) input.removeAttribute('aria-activedescendant');
    else input.setAttribute('aria-activedescendant', id);
  };

  input.addEventListener('input', (event) => {
    if (!(event as InputEvent).isComposing) typed();
  });
  input.addEventListener('compositionend', typed);
  input.addEventListener('blur', close);
  input.addEventListener('keydown', (event) => {
    // 229 is what browsers report for a key that an input method is still working on.
    if (event.isComposing || event.keyCode === 229 || event.ctrlKey || event.metaKey || event.altKey) return;
    if (list.isOpen()) keyOnOpenList(event, { close, move, choose: list.choose });
    else if (event.key === 'ArrowDown' && input.value.trim() !== '') {
      event.preventDefault();
      void open();
    }
  });
}

interface ListActions {
  close(): void;
  move(step: 1 | -1): void;
  /** Follows the marked option; false when none is marked, so that Enter searches for the text. */
  choose(): boolean;
}

function keyOnOpenList(event: KeyboardEvent, { close, move, choose }: ListActions): void {
  const handled = {
    ArrowDown: () => move(1),
    ArrowUp: () => move(-1),
    // Before the browser's own Escape, which would empty the field.
    Escape: close,
  }[event.key];
  if (handled) {
    event.preventDefault();
    handled();
  } else if (event.key === 'Enter' && choose()) event.preventDefault();
}

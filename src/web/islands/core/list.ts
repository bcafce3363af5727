import { messages } from './messages.ts';
import type { Suggestion, SuggestionGroup } from './suggestions.ts';

function make(tag: string, attributes: Record<string, string>, ...children: (Node | string)[]): HTMLElement {
  const element = document.createElement(tag);
  for (const [name, value] of Object.entries(attributes)) element.setAttribute(name, value);
  element.append(...children);
  return element;
}

function optionOf({ label, href, note }: Suggestion, id: string): HTMLElement {
  const name = make('span', {}, label);
  const parts = note ? [name, make('span', { class: 'meta' }, note)] : [name];
  return make('a', { role: 'option', id, href, tabindex: '-1', 'aria-selected': 'false' }, ...parts);
}

/** The list below a search field: groups with a heading, options that are links. Focus never leaves the field. */
export function optionList(id: string) {
  const element = make('div', {
    id,
    class: 'suggestions',
    role: 'listbox',
    'aria-label': messages.suggestions,
  });
  element.hidden = true;
  // A press must not take the focus, or the field's blur would close the list before the click arrives.
  element.addEventListener('pointerdown', (event) => event.preventDefault());
  let options: HTMLElement[] = [];
  let active = -1;

  return {
    element,
    isOpen: () => !element.hidden,
    hide(): void {
      element.hidden = true;
      active = -1;
    },
    /** Shows the groups and answers how many options there are. */
    show(groups: SuggestionGroup[]): number {
      options = [];
      active = -1;
      const sections = groups.map((group, index) => {
        const heading = make('div', { id: `${id}-${index}`, class: 'suggestions-group' }, group.label);
        const own = group.items.map((item, place) => optionOf(item, `${id}-${index}-${place}`));
        options.push(...own);
        return make('div', { role: 'group', 'aria-labelledby': heading.id }, heading, ...own);
      });
      element.replaceChildren(...sections);
      element.hidden = options.length === 0;
      return options.length;
    },
    /** Marks the next or previous option; between last and first lies the field itself (null). */
    move(step: 1 | -1): string | null {
      const places = options.length + 1;
      active = ((active + 1 + step + places) % places) - 1;
      options.forEach((option, index) => {
        option.setAttribute('aria-selected', String(index === active));
      });
      options[active]?.scrollIntoView({ block: 'nearest' });
      return options[active]?.id ?? null;
    },
    choose(): boolean {
      options[active]?.click();
      return active >= 0;
    },
  };
}

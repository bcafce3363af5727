import { messages } from '../core/messages.ts';
import { foldForFilter } from './fold.ts';

/** Long facets get a field that narrows their values, matching without tone marks. Not part of the form's answer. */
export function attachFacetFilters(): void {
  for (const list of document.querySelectorAll<HTMLElement>('[data-find]')) {
    const field = document.createElement('input');
    field.type = 'search';
    field.className = 'facet-find';
    field.setAttribute('aria-label', messages.findIn(list.dataset.find ?? ''));
    field.placeholder = messages.findIn(list.dataset.find ?? '');
    // A change of this field changes no result.
    field.addEventListener('change', (event) => event.stopPropagation());
    field.addEventListener('keydown', (event) => {
      if (event.key === 'Enter') event.preventDefault();
    });
    field.addEventListener('input', () => narrow(list, field.value));
    list.before(field);
  }
}

function narrow(list: HTMLElement, text: string): void {
  const wanted = foldForFilter(text);
  for (const item of list.querySelectorAll<HTMLElement>('li'))
    item.hidden = !foldForFilter(item.textContent ?? '').includes(wanted);
  const rest = list.querySelector('details');
  if (rest && wanted !== '') rest.open = true;
}

import type { Box } from '../../components/told-map.ts';
import { COUNTRY, contains } from './window.ts';

const SVG = 'http://www.w3.org/2000/svg';

/**
 * The whole country in a corner, with the window drawn in, whenever the window does not show both archipelagos
 * (G15 of the interface). It repeats the drawing of the page and says nothing to screen readers.
 */
export function attachInset(drawing: SVGSVGElement, container: HTMLElement, archipelagos: readonly Box[]) {
  const inset = document.createElement('div');
  inset.className = 'map-inset';
  inset.setAttribute('aria-hidden', 'true');
  const copy = copyOf(drawing);
  const frame = document.createElementNS(SVG, 'rect');
  frame.setAttribute('class', 'map-frame');
  copy.append(frame);
  inset.append(copy);
  container.append(inset);
  return (window: Box): void => {
    inset.hidden = archipelagos.every((box) => contains(window, box));
    place(frame, window, copy.viewBox.baseVal);
  };
}

/** Without links and ids: they exist once already. */
function copyOf(drawing: SVGSVGElement): SVGSVGElement {
  const copy = drawing.cloneNode(true) as SVGSVGElement;
  for (const title of copy.querySelectorAll('title')) title.remove();
  for (const link of copy.querySelectorAll('a')) link.replaceWith(...link.childNodes);
  copy.removeAttribute('aria-labelledby');
  copy.removeAttribute('role');
  return copy;
}

const mercator = (lat: number): number => Math.log(Math.tan(Math.PI / 4 + (lat * Math.PI) / 360));

function place(
  frame: SVGElement,
  [west, south, east, north]: Box,
  view: { width: number; height: number },
): void {
  const [left, bottom, right, top] = COUNTRY;
  const x = (lon: number) => ((lon - left) / (right - left)) * view.width;
  const y = (lat: number) =>
    ((mercator(top) - mercator(lat)) / (mercator(top) - mercator(bottom))) * view.height;
  const set = (name: string, value: number) => frame.setAttribute(name, value.toFixed(1));
  set('x', x(west));
  set('y', y(north));
  set('width', Math.max(12, x(east) - x(west)));
  set('height', Math.max(12, y(south) - y(north)));
}

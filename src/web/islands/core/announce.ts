/** The page's one polite live region, made when it is first needed so that pages without scripts do not carry it. */
function liveRegion(): HTMLElement {
  const known = document.getElementById('live');
  if (known) return known;
  const region = document.createElement('div');
  region.id = 'live';
  region.className = 'visually-hidden';
  region.setAttribute('role', 'status');
  document.body.append(region);
  return region;
}

/** Says a text to screen readers. The region exists before its text changes, else some readers stay silent. */
export function announce(text: string): void {
  const region = liveRegion();
  region.textContent = '';
  setTimeout(() => {
    region.textContent = text;
  }, 50);
}

/** The address a search form stands for: empty fields left out, so that a state has one address. */
export function formAddress(action: string, fields: Iterable<[string, string]>): string {
  const url = new URL(action);
  const filled = [...fields].filter(([, value]) => value.trim() !== '');
  url.search = new URLSearchParams(filled).toString();
  return url.href;
}

/** Whether a link only changes the query of the page shown. */
export function isSamePage(target: string, current: string): boolean {
  const [to, from] = [new URL(target, current), new URL(current)];
  return to.origin === from.origin && to.pathname === from.pathname && to.hash === '';
}

/** One property of a structured value, as the list of its strings. */
export function stringsOf(value: unknown, part: string): string[] {
  const found = typeof value === 'object' && value !== null ? Reflect.get(value, part) : undefined;
  const list: unknown[] = Array.isArray(found) ? found : [found];
  return list.filter((item) => typeof item === 'string');
}

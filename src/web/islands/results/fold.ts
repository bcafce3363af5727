/** Letters without marks, for narrowing a short list in the browser: "đà nẵng" → "da nang". */
export function foldForFilter(text: string): string {
  return text.trim().normalize('NFD').replace(/\p{M}/gu, '').toLowerCase().replaceAll('đ', 'd');
}

import { isProgress } from './answer.ts';

const ASK_EVERY_MS = 1_500;
const AFTER_FAILURE_MS = 10_000;

/** Keeps the figures of work under way up to date, and opens what comes after it. */
export function followProgress(): void {
  const place = document.querySelector<HTMLElement>('[data-progress]');
  const address = place?.dataset.progress;
  if (place && address) setTimeout(() => void ask(place, address), ASK_EVERY_MS);
}

async function ask(place: HTMLElement, address: string): Promise<void> {
  // A page nobody looks at need not ask.
  const answer = document.hidden ? undefined : await load(address);
  if (answer?.next) {
    location.assign(answer.next);
    return;
  }
  if (answer) show(place, answer.progress);
  setTimeout(() => void ask(place, address), answer || document.hidden ? ASK_EVERY_MS : AFTER_FAILURE_MS);
}

async function load(address: string) {
  try {
    const reply = await fetch(address, { headers: { accept: 'application/json' } });
    const answer: unknown = await reply.json();
    return isProgress(answer) ? answer : undefined;
  } catch {
    return undefined;
  }
}

function show(place: HTMLElement, progress: number): void {
  const bar = place.querySelector('progress');
  if (bar) bar.value = progress;
  const words = place.querySelector('[data-progress-text]');
  if (words?.textContent) words.textContent = words.textContent.replace(/\d+/, String(progress));
}

import { conflict } from '../messages.ts';
import { refuse, type Writing } from './writing.ts';

const NAMED = 20;

/** Refuses a revert, listing what was changed later; the message names the first few. */
export function refuseObstacles(writing: Writing, obstacles: readonly string[]): void {
  const named = obstacles.slice(0, NAMED).join(', ');
  const names = obstacles.length > NAMED ? `${named}, …` : named;
  refuse(writing, 0, conflict('later-edits', { count: obstacles.length, names }, obstacles));
}

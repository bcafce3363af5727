/** What the server says of work under way; `next` is where to go when it has ended. */
export interface ProgressAnswer {
  progress: number;
  next: string | null;
}

/** Anything else, such as a page to sign in on, is no answer. */
export function isProgress(answer: unknown): answer is ProgressAnswer {
  if (typeof answer !== 'object' || answer === null || !('progress' in answer) || !('next' in answer))
    return false;
  const { progress, next } = answer;
  return (
    typeof progress === 'number' && (next === null || (typeof next === 'string' && next.startsWith('/')))
  );
}

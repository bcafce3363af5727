/** What became of work that was asked of a lane: its result, or why it was not begun. */
export type LaneOutcome<T> = { kind: 'done'; value: T } | { kind: 'too-many' } | { kind: 'busy' };

export interface LaneOptions {
  /** Part of the time that the lane may work, 0 < share ≤ 1: after work of t ms it rests for t × (1/share − 1) ms. */
  share: number;
  /** Pieces of work that may wait; more are turned away as `busy`. */
  places: number;
  /** Of these, how many one client may hold; more are turned away as `too-many`. */
  placesOfOne: number;
}

export interface Lane {
  run<T>(client: string, work: () => Promise<T>): Promise<LaneOutcome<T>>;
}

/** A pause between two pieces of work is never longer (ms), or one slow piece would close the lane. */
const LONGEST_REST = 2_000;

/**
 * One piece of work at a time, clients in turn, with rests between: however much is asked of a lane, all the rest of
 * the program keeps most of the processor. For pages that are asked for in bulk by machines and rarely by people.
 */
export function createLane({ share, places, placesOfOne }: LaneOptions): Lane {
  const waiting = new Map<string, (() => Promise<void>)[]>();
  let held = 0;
  let running = false;

  const next = (): (() => Promise<void>) | undefined => {
    const [first] = waiting;
    if (first === undefined) return undefined;
    const [client, queue] = first;
    const work = queue.shift();
    // The client goes to the end of the row, so that nobody's hundred requests stand before another's one.
    waiting.delete(client);
    if (queue.length > 0) waiting.set(client, queue);
    return work;
  };

  const drive = async () => {
    if (running) return;
    running = true;
    for (let work = next(); work !== undefined; work = next()) {
      const began = performance.now();
      await work();
      held -= 1;
      const rest = Math.min(LONGEST_REST, (performance.now() - began) * (1 / share - 1));
      await new Promise((resolve) => setTimeout(resolve, rest));
    }
    running = false;
  };

  return {
    run(client, work) {
      const queue = waiting.get(client) ?? [];
      if (queue.length >= placesOfOne) return Promise.resolve({ kind: 'too-many' });
      if (held >= places) return Promise.resolve({ kind: 'busy' });
      held += 1;
      return new Promise((resolve, reject) => {
        queue.push(() => work().then((value) => resolve({ kind: 'done', value }), reject));
        waiting.set(client, queue);
        void drive();
      });
    },
  };
}

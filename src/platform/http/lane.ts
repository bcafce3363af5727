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

/** How long (ms) it is remembered who was served how often. */
const REMEMBERED = 60_000;
/** A pause between two pieces of work is never longer (ms), or one slow piece would close the lane. */
const LONGEST_REST = 2_000;

/**
 * One piece of work at a time, with rests between: however much is asked of a lane, all the rest of the program keeps
 * most of the processor. Whoever was served least of late comes first, so that a person who asks for one page does not
 * wait behind a machine that asks for thousands.
 */
export function createLane({ share, places, placesOfOne }: LaneOptions): Lane {
  const waiting = new Map<string, (() => Promise<void>)[]>();
  let served = new Map<string, number>();
  let servedSince = performance.now();
  let held = 0;
  let running = false;

  const next = (): (() => Promise<void>) | undefined => {
    const client = leastServed(waiting.keys(), served);
    const queue = client === undefined ? undefined : waiting.get(client);
    if (client === undefined || queue === undefined) return undefined;
    const work = queue.shift();
    waiting.delete(client);
    // Behind those who were served as often and came before.
    if (queue.length > 0) waiting.set(client, queue);
    served.set(client, (served.get(client) ?? 0) + 1);
    return work;
  };

  const drive = async () => {
    if (running) return;
    running = true;
    for (let work = next(); work !== undefined; work = next()) {
      const began = performance.now();
      if (began - servedSince > REMEMBERED) {
        served = new Map();
        servedSince = began;
      }
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

function leastServed(clients: Iterable<string>, served: ReadonlyMap<string, number>): string | undefined {
  let least: string | undefined;
  let count = Number.POSITIVE_INFINITY;
  for (const client of clients) {
    const own = served.get(client) ?? 0;
    if (own >= count) continue;
    least = client;
    count = own;
  }
  return least;
}

import { setTimeout as sleep } from 'node:timers/promises';
import { describe, expect, it } from 'vitest';
import { createLane } from './lane.ts';

/** Work that ends when it is told to, and says that it has begun. */
function held() {
  let end: () => void = () => {};
  const ended = new Promise<void>((resolve) => {
    end = resolve;
  });
  return { work: () => ended.then(() => 'done'), end };
}

describe('a lane', () => {
  it('gives the result of the work, or what it threw', async () => {
    const lane = createLane({ share: 1, places: 5, placesOfOne: 5 });
    expect(await lane.run('a', async () => 7)).toEqual({ kind: 'done', value: 7 });
    await expect(lane.run('a', () => Promise.reject(new Error('broken')))).rejects.toThrow('broken');
    expect(await lane.run('a', async () => 8)).toEqual({ kind: 'done', value: 8 });
  });

  it('does one thing at a time, first for whom it has done least', async () => {
    const lane = createLane({ share: 1, places: 10, placesOfOne: 10 });
    const order: string[] = [];
    let atOnce = 0;
    const work = (name: string) => async () => {
      atOnce += 1;
      expect(atOnce).toBe(1);
      await sleep(1);
      order.push(name);
      atOnce -= 1;
    };
    await Promise.all([
      ...['a1', 'a2', 'a3'].map((name) => lane.run('a', work(name))),
      ...['b1', 'b2'].map((name) => lane.run('b', work(name))),
      lane.run('c', work('c1')),
    ]);
    expect(order).toEqual(['a1', 'b1', 'c1', 'a2', 'b2', 'a3']);
  });

  it('turns away what has no place, and says whose fault it is', async () => {
    const lane = createLane({ share: 1, places: 3, placesOfOne: 1 });
    const { work, end } = held();
    const first = lane.run('a', work);
    const second = lane.run('a', work);
    expect(await lane.run('a', work)).toEqual({ kind: 'too-many' });
    const third = lane.run('b', work);
    expect(await lane.run('c', work)).toEqual({ kind: 'busy' });
    end();
    expect((await Promise.all([first, second, third])).map(({ kind }) => kind)).toEqual([
      'done',
      'done',
      'done',
    ]);
    expect(await lane.run('c', async () => 1)).toEqual({ kind: 'done', value: 1 });
  });

  it('rests in proportion to what it has worked', async () => {
    const lane = createLane({ share: 0.25, places: 10, placesOfOne: 10 });
    const began = performance.now();
    await Promise.all([1, 2, 3].map(() => lane.run('a', () => sleep(20))));
    // Three times 20 ms of work with two rests of 60 ms between.
    expect(performance.now() - began).toBeGreaterThan(170);
  });
});

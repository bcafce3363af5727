import { once } from 'node:events';
import { startPostgres } from './start.ts';

// Starts the database on the directory given, prints the outcome as one line, and stops in order when its standard
// input ends. Killed, it leaves the server behind.
const [, , dataDir = ''] = process.argv;
const outcome = await startPostgres({ dataDir, log: () => undefined, lang: 'en' });
process.stdout.write(`${JSON.stringify(outcome)}\n`);
if (outcome.kind === 'running') {
  process.stdin.resume();
  await once(process.stdin, 'end');
  await outcome.stop();
}

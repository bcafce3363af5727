import { type Logger, pino } from 'pino';

export type { Logger } from 'pino';

/** Values that must never reach a log, wherever they stand in the logged object's first two levels. */
const SECRETS = ['authorization', 'cookie', 'password', 'token', 'secret'];

/** One JSON line per event on standard error; standard output belongs to the commands' own answers. */
export function createLog(level: string): Logger {
  const paths = SECRETS.flatMap((name) => [name, `*.${name}`, `*.*.${name}`]);
  return pino(
    { level, base: null, redact: { paths, censor: '[redacted]' } },
    pino.destination({ dest: 2, sync: true }),
  );
}

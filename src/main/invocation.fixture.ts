import { sql } from 'kysely';
import { inject } from 'vitest';
import type { Db } from '#platform/db/index.ts';
import type { Lang } from '#platform/i18n/index.ts';
import type { Command, Invocation } from './command.ts';
import { readConfig } from './config.ts';
import type { Terminal } from './terminal.ts';

export interface Heard {
  /** Lines for standard output. */
  answers: string[];
  /** Lines for standard error, in the language of the terminal. */
  said: string[];
}

/** A terminal that keeps what is written to it. */
export function aTerminal(lang: Lang = 'en'): Terminal & Heard {
  const heard: Heard = { answers: [], said: [] };
  return {
    ...heard,
    lang,
    answer: (line) => heard.answers.push(line),
    say: (text) => heard.said.push(text[lang]),
  };
}

/** The address of a test's own database, as an operator would give it. */
export async function addressOf(db: Db): Promise<string> {
  const { rows } = await sql<{ name: string }>`select current_database() as name`.execute(db);
  const name = rows[0]?.name ?? '';
  const { connection } = inject('testServer');
  if (connection.url !== undefined) {
    const url = new URL(connection.url);
    url.pathname = `/${name}`;
    return url.href;
  }
  const { host = '', port, user } = connection;
  return `postgres://${user}@localhost:${port}/${name}?host=${encodeURIComponent(host)}`;
}

/** Settings as they are by default, apart from those given. */
export function settings(changes: Record<string, string>): Invocation['config'] {
  const outcome = readConfig({ DISAN_LOG: 'silent', ...changes }, {});
  if (outcome.kind !== 'config') throw new Error(JSON.stringify(outcome.errors));
  return outcome.config;
}

export interface Ran extends Heard {
  code: number;
}

/** Runs a command against a database, with words as the command line would have read them. */
export async function runCommand(
  command: Command,
  {
    db,
    changes = {},
    ...words
  }: { db?: Db; changes?: Record<string, string> } & Partial<Pick<Invocation, 'values' | 'positionals'>> = {},
): Promise<Ran> {
  const terminal = aTerminal();
  const database = db === undefined ? {} : { DATABASE_URL: await addressOf(db) };
  const config = settings({ ...database, ...changes });
  const code = await command.run({ values: {}, positionals: [], ...words, config, terminal });
  return { code, answers: terminal.answers, said: terminal.said };
}

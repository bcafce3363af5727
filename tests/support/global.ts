import { randomBytes } from 'node:crypto';
import { sql } from 'kysely';
import type { TestProject } from 'vitest/node';
import { buildProgram } from '#main/build.ts';
import { type Connection, migrate, openDatabase } from '#platform/db/index.ts';
import { connectionTo } from './connection.ts';
import { openTestServer } from './server.ts';

declare module 'vitest' {
  export interface ProvidedContext {
    testServer: { connection: Connection; template: string };
  }
}

/** Runs once before all test files: the compiled program, one server, and one migrated template that their databases are copied from. */
export async function setup(project: TestProject): Promise<() => Promise<void>> {
  // Once for all: a test that compiled while another starts the program would take it away under its feet.
  const built = await buildProgram(process.cwd());
  if (built.kind === 'failed') throw new Error(built.errors);
  const server = await openTestServer(process.env);
  const template = `disan_template_${randomBytes(6).toString('hex')}`;
  await administer(server.connection, `create database ${template} template template0`);
  await fillTemplate(connectionTo(server.connection, template));
  project.provide('testServer', { connection: server.connection, template });
  return async () => {
    // Made by `starterDatabase`, when a test asked for it.
    await administer(server.connection, `drop database if exists ${template}_starter`);
    await administer(server.connection, `drop database ${template}`);
    await server.stop();
  };
}

async function fillTemplate(connection: Connection): Promise<void> {
  const { db, close } = openDatabase(connection);
  try {
    const outcome = await migrate(db, 'migrations');
    if (outcome.kind !== 'migrated')
      throw new Error(`The migrations do not apply: ${JSON.stringify(outcome)}`);
  } finally {
    await close();
  }
}

async function administer(connection: Connection, statement: string): Promise<void> {
  const { db, close } = openDatabase({ ...connection, maxConnections: 1 });
  try {
    await sql.raw(statement).execute(db);
  } finally {
    await close();
  }
}

import { type Connection, type Database, migrate, openDatabase, serverVersion } from '#platform/db/index.ts';
import type { LocalizedText } from '#platform/i18n/index.ts';
import { migrateJobs } from '#platform/jobs/index.ts';
import type { Logger } from '#platform/log/index.ts';
import { describeFailure, findCollationChanges, startPostgres } from '#platform/postgres/index.ts';
import type { Config } from './config.ts';
import { MIGRATIONS } from './paths.ts';
import type { Terminal } from './terminal.ts';

export type OpenedDatabase =
  | { kind: 'opened'; database: Database; stop: () => Promise<void> }
  | { kind: 'failed'; code: number };

type Server =
  | { kind: 'reachable'; connection: Connection; stop: () => Promise<void> }
  | { kind: 'failed'; code: number };

/** PostgreSQL 15 is the oldest with `unique nulls not distinct`, which the tables use. */
const OLDEST_VERSION = 150_000;

export interface DatabaseRequest {
  config: Config;
  terminal: Terminal;
  log: Logger;
  /** Work beside a program that already runs on this data directory, as its client, instead of refusing. */
  attach: boolean;
}

/** The embedded server on the data directory, or the one of DATABASE_URL; migrated and ready. */
export async function openHeritageDatabase(request: DatabaseRequest): Promise<OpenedDatabase> {
  const { config, terminal, log } = request;
  const server =
    config.databaseUrl === null ? await startEmbedded(request) : await external(config.databaseUrl, terminal);
  if (server.kind === 'failed') return server;
  const database = openDatabase(server.connection, (error) =>
    log.error({ event: 'database.connection', err: error }),
  );
  const problem = await prepare(database, log);
  if (problem === null) return { kind: 'opened', database, stop: server.stop };
  terminal.say(problem);
  await database.close();
  await server.stop();
  return { kind: 'failed', code: 1 };
}

/** Somebody else's server is never changed unasked: sorted indexes that went stale are named. */
async function external(url: string, terminal: Terminal): Promise<Server> {
  const changes = await findCollationChanges({ connectionString: url }).catch(() => []);
  for (const { collation, indexes } of changes) {
    terminal.say({
      vi: `quy tắc sắp xếp ${collation} của máy chủ đã đổi; hãy dựng lại: reindex index ${indexes.join(', ')}`,
      en: `the server's sorting rules ${collation} have changed; rebuild: reindex index ${indexes.join(', ')}`,
    });
  }
  return { kind: 'reachable', connection: { url }, stop: async () => {} };
}

async function startEmbedded({ config, terminal, attach }: DatabaseRequest): Promise<Server> {
  const log = (line: string) => terminal.say({ vi: line, en: line });
  const outcome = await startPostgres({ dataDir: config.dataDir, log, lang: terminal.lang });
  if (outcome.kind === 'running') {
    for (const note of outcome.notes) log(note);
    return { kind: 'reachable', connection: outcome.connection, stop: outcome.stop };
  }
  if (attach && outcome.kind === 'in-use' && outcome.connection) {
    return { kind: 'reachable', connection: outcome.connection, stop: async () => {} };
  }
  log(describeFailure(outcome, terminal.lang));
  return { kind: 'failed', code: 1 };
}

async function prepare(database: Database, log: Logger): Promise<LocalizedText | null> {
  const version = await serverVersion(database.db).catch(reasonOf);
  if (typeof version === 'string')
    return { vi: `không nối được cơ sở dữ liệu: ${version}`, en: `cannot reach the database: ${version}` };
  if (version < OLDEST_VERSION)
    return { vi: 'cần PostgreSQL 15 trở lên', en: 'PostgreSQL 15 or newer is needed' };
  return await bringUpToDate(database, log).catch((error: unknown) => {
    if (codeOf(error) !== INSUFFICIENT_PRIVILEGE) throw error;
    const reason = reasonOf(error);
    return {
      vi: `tài khoản của DATABASE_URL chưa đủ quyền (${reason}); hãy để tài khoản này làm chủ cơ sở dữ liệu`,
      en: `the account of DATABASE_URL lacks a right (${reason}); make it the owner of the database`,
    };
  });
}

/** SQLSTATE of a missing right. */
const INSUFFICIENT_PRIVILEGE = '42501';

function codeOf(error: unknown): string {
  return error instanceof Error && 'code' in error ? String(error.code) : '';
}

/** A name with several addresses fails with an error that has a code and no message of its own. */
function reasonOf(error: unknown): string {
  const message = error instanceof Error ? error.message : String(error);
  return message === '' ? codeOf(error) : message;
}

async function bringUpToDate(database: Database, log: Logger): Promise<LocalizedText | null> {
  const outcome = await migrate(database.db, MIGRATIONS);
  switch (outcome.kind) {
    case 'migrated':
      await migrateJobs(database.pool, log);
      return null;
    case 'newer-database':
      return {
        vi: `cơ sở dữ liệu do bản mới hơn của chương trình tạo ra (${outcome.unknown.join(', ')}); hãy dùng bản đó`,
        en: `the database was made by a newer version of the program (${outcome.unknown.join(', ')}); use that version`,
      };
    case 'changed-file':
      return {
        vi: `tệp chuyển đổi ${outcome.name} đã bị sửa sau khi áp dụng; hãy khôi phục tệp gốc`,
        en: `migration ${outcome.name} was edited after it had been applied; restore the original file`,
      };
  }
}

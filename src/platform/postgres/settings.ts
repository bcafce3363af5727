import { createHash } from 'node:crypto';
import type { Binaries } from './binaries.ts';
import { port } from './socket.ts';

/** Sized for a machine of two cores and 4 GB that also runs the program itself. */
const defaults: Readonly<Record<string, string>> = {
  listen_addresses: '',
  port: String(port),
  unix_socket_permissions: '0700',
  max_connections: '60',
  shared_buffers: '256MB',
  effective_cache_size: '1GB',
  work_mem: '16MB',
  maintenance_work_mem: '128MB',
  max_wal_size: '2GB',
  random_page_cost: '1.1',
  // Compiling a query costs more than the short queries of a web page take.
  jit: 'off',
  fsync: 'on',
  full_page_writes: 'on',
  synchronous_commit: 'on',
  timezone: 'UTC',
  log_timezone: 'UTC',
  lc_messages: 'C',
  log_checkpoints: 'off',
  // A query whose program was killed stops within seconds instead of running on for nobody.
  client_connection_check_interval: '5s',
};

export type ServerSettings = { args: string[]; fingerprint: string };

/**
 * The server's command line. `cluster_name` carries a fingerprint of settings and programs: a server left behind
 * is taken over only when it is exactly the one that would be started now.
 */
export function serverSettings(
  binaries: Binaries,
  overrides: Readonly<Record<string, string>>,
): ServerSettings {
  const settings = { ...defaults, ...overrides };
  const args = Object.entries(settings).flatMap(([name, value]) => ['-c', `${name}=${value}`]);
  const identity = JSON.stringify([binaries.directory, binaries.version, args]);
  const fingerprint = `disan-${createHash('sha256').update(identity).digest('hex').slice(0, 12)}`;
  return { args: [...args, '-c', `cluster_name=${fingerprint}`], fingerprint };
}

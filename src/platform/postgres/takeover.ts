import { notesIn } from './messages.ts';
import type { StartFailure } from './outcome.ts';
import { disarmStaleFile, findOrphan, type PostmasterFile } from './postmaster.ts';
import { askIdentity } from './queries.ts';
import { stopServer, waitUntilReady } from './server.ts';
import { connectionTo, type Site } from './site.ts';

export type Takeover = { kind: 'reuse'; file: PostmasterFile } | { kind: 'free' } | StartFailure;

/** Ready, answering, on this cluster, and exactly the server that would be started now. */
async function isReusable(
  { placement, settings, superuser, lang, log }: Site,
  file: PostmasterFile,
): Promise<boolean> {
  const ready = await waitUntilReady(placement.cluster, file.pid, () => log(notesIn[lang].recovering()));
  if (!ready) return false;
  try {
    const identity = await askIdentity(connectionTo(file.socketDirectory, superuser, 'postgres'));
    return identity.clusterName === settings.fingerprint && identity.dataDirectory === placement.cluster;
  } catch {
    return false;
  }
}

/**
 * Deals with what an earlier run left behind: takes its server over, or stops it, or makes its file harmless. The
 * caller holds the program lock, so the program that started that server is gone.
 */
export async function settleOrphan(site: Site): Promise<Takeover> {
  const { cluster } = site.placement;
  const notes = notesIn[site.lang];
  const orphan = await findOrphan(cluster);
  if (orphan.kind === 'unknown-server') return { kind: 'in-use', pid: orphan.pid, connection: undefined };
  if (orphan.kind === 'server') {
    if (await isReusable(site, orphan.file)) {
      site.note(notes.reused(orphan.file.pid));
      return { kind: 'reuse', file: orphan.file };
    }
    site.note(notes.stopping(orphan.file.pid));
    await stopServer(orphan.file.pid);
  }
  if ((await findOrphan(cluster)).kind === 'stale') {
    site.note(notes.unclean());
    await disarmStaleFile(cluster, site.socketDirectory);
  }
  return { kind: 'free' };
}

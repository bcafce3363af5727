import { chown, mkdir, stat, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { giveToOwnerOf, serverAccount } from './account.ts';
import { isRoot, scratchDirectory } from './scratch.fixture.ts';

test.skipIf(isRoot)('anybody but root runs the server as themselves', async () => {
  expect(await serverAccount('/nowhere')).toBeUndefined();
});

test.skipIf(!isRoot)('root hands over to nobody, or to the owner of a cluster that exists', async () => {
  const cluster = join(await scratchDirectory(), 'postgres');
  const nobody = await serverAccount(cluster);
  expect(nobody?.uid).not.toBe(0);
  await mkdir(cluster);
  expect(await serverAccount(cluster)).toEqual(nobody);
  await chown(cluster, 4321, 1234);
  expect(await serverAccount(cluster)).toEqual({ uid: 4321, gid: 1234 });
});

test.skipIf(!isRoot)('what root makes in a user’s folder is the user’s', async () => {
  const folder = await scratchDirectory();
  const file = join(folder, 'file');
  await writeFile(file, '');
  await chown(folder, 4321, 1234);
  await giveToOwnerOf(folder, file);
  expect(await stat(file)).toMatchObject({ uid: 4321, gid: 1234 });
});

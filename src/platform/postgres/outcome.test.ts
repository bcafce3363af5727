import { expect, test } from 'vitest';
import { failureOfFileError, failureOfOutput } from './outcome.ts';

const fileError = (code: string, path?: string): Error => Object.assign(new Error(code), { code, path });

test.each([
  ['EACCES', 'no-permission'],
  ['EROFS', 'no-permission'],
  ['ENOSPC', 'no-disk-space'],
  ['EDQUOT', 'no-disk-space'],
  ['ENOTDIR', 'not-a-directory'],
])('%s is %s of the path it names', (code, kind) => {
  expect(failureOfFileError(fileError(code, '/a/b'), '/data')).toEqual({ kind, path: '/a/b' });
  expect(failureOfFileError(fileError(code), '/data')).toEqual({ kind, path: '/data' });
});

test('anything else stays a bug', () => {
  expect(failureOfFileError(fileError('EMFILE'), '/data')).toBeUndefined();
  expect(failureOfFileError(new TypeError('x'), '/data')).toBeUndefined();
  expect(failureOfFileError('EACCES', '/data')).toBeUndefined();
});

test('the server’s own words are read', () => {
  const full = 'FATAL:  could not write lock file "postmaster.pid": No space left on device';
  expect(failureOfOutput(full, '/data')).toEqual({ kind: 'no-disk-space', path: '/data' });
  const closed = 'initdb: error: could not access directory "/x/y z": Permission denied';
  expect(failureOfOutput(closed, '/data')).toEqual({ kind: 'no-permission', path: '/x/y z' });
  expect(failureOfOutput('Permission denied', '/data')).toEqual({ kind: 'no-permission', path: '/data' });
  expect(failureOfOutput('FATAL:  something else', '/data')).toBeUndefined();
});

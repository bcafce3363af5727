import { describe, expect, test } from 'vitest';
import { readConfig, readLocale } from './config.ts';

function errorsOf(env: Record<string, string>) {
  const outcome = readConfig({}, env);
  return outcome.kind === 'wrong-settings' ? outcome.errors : [];
}

describe('settings', () => {
  test('everything has a default that listens on loopback only', () => {
    const outcome = readConfig({}, {});
    expect(outcome).toMatchObject({
      kind: 'config',
      config: {
        listen: '127.0.0.1',
        port: 8080,
        databaseUrl: null,
        operator: null,
        naan: '99999',
        shoulder: 'd1',
        clock: null,
      },
    });
  });

  test('the command line wins over the environment', () => {
    const outcome = readConfig({ DISAN_PORT: '9000' }, { DISAN_PORT: '8000' });
    expect(outcome).toMatchObject({ kind: 'config', config: { port: 9000 } });
  });

  test.each([
    ['DISAN_PORT', '80 80'],
    ['DISAN_PORT', '-1'],
    ['DISAN_PORT', '65536'],
    ['DATABASE_URL', 'mysql://localhost/x'],
    ['DISAN_PUBLIC_URL', 'https://example.vn/'],
    ['DISAN_NAAN', 'abc'],
    ['DISAN_SHOULDER', 'k0'],
    ['DISAN_SHOULDER', 'a1'],
    ['DISAN_TRUST_PROXY', 'true'],
    ['DISAN_LOG', 'loud'],
    ['DISAN_CLOCK', 'yesterday'],
  ])('a wrong %s=%s is named with what is accepted', (setting, value) => {
    const [error, ...others] = errorsOf({ [setting]: value });
    expect(error).toMatchObject({ setting, value });
    expect(error?.accepted.vi).not.toBe('');
    expect(error?.accepted.en).not.toBe('');
    expect(others).toEqual([]);
  });

  test('all wrong settings are named at once', () => {
    expect(errorsOf({ DISAN_PORT: 'x', DISAN_LOG: 'y' }).map((error) => error.setting)).toEqual([
      'DISAN_PORT',
      'DISAN_LOG',
    ]);
  });

  test('an unknown DISAN_ setting is refused, because it is a misspelt one', () => {
    expect(errorsOf({ DISAN_PROT: '8080' })).toMatchObject([{ setting: 'DISAN_PROT' }]);
  });

  test('settings of the test suite are not the program’s', () => {
    expect(errorsOf({ DISAN_TEST_DATABASE_URL: 'postgres://x' })).toEqual([]);
  });

  test('an installation of an institution runs on real time', () => {
    expect(
      errorsOf({ DISAN_CLOCK: '2027-02-01T08:00+07:00', DISAN_OPERATOR: 'Cục Di sản văn hóa' }),
    ).toMatchObject([{ setting: 'DISAN_CLOCK' }]);
  });
});

test('the terminal’s language follows POSIX precedence', () => {
  expect(readLocale({ LANG: 'vi_VN.UTF-8', LC_ALL: 'en_GB.UTF-8' })).toBe('en_GB.UTF-8');
  expect(readLocale({ LC_MESSAGES: 'en_US', LANG: 'vi_VN' })).toBe('en_US');
  expect(readLocale({})).toBeUndefined();
});

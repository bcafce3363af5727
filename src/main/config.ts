import { resolve } from 'node:path';
import type { LocalizedText } from '#platform/i18n/index.ts';

/** Everything an operator can set; documented one by one in docs/operations.md. */
export interface Config {
  /** Absolute path of the data directory. */
  dataDir: string;
  listen: string;
  port: number;
  /** Use this PostgreSQL (≥ 15) instead of the embedded one. */
  databaseUrl: string | null;
  /** The institution that answers for this installation; null means test installation, and every outlet says so. */
  operator: string | null;
  /** Absolute URL of the public address, without a slash at the end; null means derived from the request. */
  publicUrl: string | null;
  /** Name Assigning Authority Number of the ARKs minted here. */
  naan: string;
  /** Shoulder under which this node mints ARK names; every node has its own, so that names never collide. */
  shoulder: string;
  /** Requests per minute and address; 0 means no limit. */
  requestsPerMinute: number;
  trustProxy: boolean;
  /** Largest file that the import desk takes, in megabytes (10⁶ bytes). */
  importLimitMb: number;
  logLevel: string;
  /** Fixed clock for tests, ISO 8601; refused together with an operator. */
  clock: string | null;
}

export interface SettingError {
  setting: string;
  value: string;
  accepted: LocalizedText;
}

export type ConfigOutcome =
  | { kind: 'config'; config: Config }
  | { kind: 'wrong-settings'; errors: SettingError[] };

interface Setting<T> {
  default: T;
  accepted: LocalizedText;
  /** The typed value, or undefined when the text is not acceptable. */
  read(text: string): T | undefined;
}

const LOG_LEVELS = ['fatal', 'error', 'warn', 'info', 'debug', 'trace', 'silent'];

const SETTINGS = {
  DISAN_DATA: text('./var', { vi: 'đường dẫn thư mục dữ liệu', en: 'path of the data directory' }),
  DISAN_LISTEN: matching('127.0.0.1', /^[\w.:-]+$/, {
    vi: 'địa chỉ IP hoặc tên máy để lắng nghe, ví dụ 127.0.0.1 hoặc 0.0.0.0',
    en: 'IP address or host name to listen on, for instance 127.0.0.1 or 0.0.0.0',
  }),
  DISAN_PORT: integer(8080, 0, 65_535),
  DATABASE_URL: optional(/^postgres(ql)?:\/\/.+/, {
    vi: 'địa chỉ postgres://… của PostgreSQL 15 trở lên',
    en: 'postgres://… address of PostgreSQL 15 or newer',
  }),
  DISAN_OPERATOR: optional(/\S/, { vi: 'tên cơ quan vận hành', en: 'name of the operating institution' }),
  DISAN_PUBLIC_URL: optional(/^https?:\/\/[^/\s]+$/, {
    vi: 'địa chỉ công khai dạng https://ten-mien, không có dấu / ở cuối',
    en: 'public address such as https://host, without a slash at the end',
  }),
  DISAN_NAAN: matching('99999', /^[0-9b-df-hj-km-np-tv-xz]{5,9}$/, {
    vi: 'số NAAN do ARK Alliance cấp; 99999 là số thử nghiệm',
    en: 'NAAN assigned by the ARK Alliance; 99999 is the test number',
  }),
  DISAN_SHOULDER: matching('d1', /^(?!k0$)[bcdfghjkmnpqrstvwxz]+[0-9]$/, {
    vi: 'phụ âm rồi một chữ số, khác k0 (k0 dành cho dữ liệu khởi tạo), ví dụ d1',
    en: 'consonants, then one digit, other than k0 (kept for the starter data), for instance d1',
  }),
  DISAN_REQUESTS_PER_MINUTE: integer(600, 0, 1_000_000),
  DISAN_TRUST_PROXY: yesOrNo(),
  DISAN_IMPORT_LIMIT_MB: integer(200, 1, 4_000),
  DISAN_LOG: matching('info', new RegExp(`^(${LOG_LEVELS.join('|')})$`), {
    vi: `một trong: ${LOG_LEVELS.join(', ')}`,
    en: `one of: ${LOG_LEVELS.join(', ')}`,
  }),
  DISAN_CLOCK: optional(/^\d{4}-\d\d-\d\dT\d\d:\d\d(:\d\d)?(Z|[+-]\d\d:\d\d)$/, {
    vi: 'thời điểm ISO 8601, chỉ dùng khi kiểm thử',
    en: 'ISO 8601 instant, for tests only',
  }),
};

type Values = { [K in keyof typeof SETTINGS]: (typeof SETTINGS)[K] extends Setting<infer T> ? T : never };

/** Reads the environment, and over it what the command line says, once; a wrong or unknown `DISAN_*` setting stops the start with its name and what is accepted. */
export function readConfig(
  overrides: Record<string, string> = {},
  base: NodeJS.ProcessEnv = process.env,
): ConfigOutcome {
  const env = { ...base, ...overrides };
  const values: Record<string, unknown> = {};
  const errors: SettingError[] = unknownSettings(env);
  for (const [name, setting] of Object.entries(SETTINGS)) {
    const given = env[name];
    const value = given === undefined || given === '' ? setting.default : setting.read(given);
    if (value === undefined) errors.push({ setting: name, value: given ?? '', accepted: setting.accepted });
    values[name] = value;
  }
  if (env.DISAN_CLOCK && env.DISAN_OPERATOR) errors.push(CLOCK_WITH_OPERATOR);
  return errors.length > 0
    ? { kind: 'wrong-settings', errors }
    : { kind: 'config', config: toConfig(values as Values) };
}

/** The language setting of the terminal, POSIX order of precedence. */
export function readLocale(env: NodeJS.ProcessEnv = process.env): string | undefined {
  return env.LC_ALL || env.LC_MESSAGES || env.LANG || undefined;
}

function toConfig(values: Values): Config {
  return {
    dataDir: resolve(values.DISAN_DATA),
    listen: values.DISAN_LISTEN,
    port: values.DISAN_PORT,
    databaseUrl: values.DATABASE_URL,
    operator: values.DISAN_OPERATOR,
    publicUrl: values.DISAN_PUBLIC_URL,
    naan: values.DISAN_NAAN,
    shoulder: values.DISAN_SHOULDER,
    requestsPerMinute: values.DISAN_REQUESTS_PER_MINUTE,
    trustProxy: values.DISAN_TRUST_PROXY,
    importLimitMb: values.DISAN_IMPORT_LIMIT_MB,
    logLevel: values.DISAN_LOG,
    clock: values.DISAN_CLOCK,
  };
}

// DISAN_TEST_* belong to the test suite (second database, S3 leg) and mean nothing to the program.
function unknownSettings(env: NodeJS.ProcessEnv): SettingError[] {
  return Object.keys(env)
    .filter((name) => name.startsWith('DISAN_') && !name.startsWith('DISAN_TEST_') && !(name in SETTINGS))
    .map((setting) => ({ setting, value: env[setting] ?? '', accepted: UNKNOWN_SETTING }));
}

const UNKNOWN_SETTING: LocalizedText = {
  vi: `không có thiết lập này; các thiết lập: ${Object.keys(SETTINGS).join(', ')}`,
  en: `no such setting; the settings are: ${Object.keys(SETTINGS).join(', ')}`,
};

const CLOCK_WITH_OPERATOR: SettingError = {
  setting: 'DISAN_CLOCK',
  value: '',
  accepted: {
    vi: 'không dùng cùng DISAN_OPERATOR: hệ thống của một cơ quan phải chạy theo giờ thật',
    en: 'not together with DISAN_OPERATOR: the system of an institution runs on real time',
  },
};

function text(value: string, accepted: LocalizedText): Setting<string> {
  return { default: value, accepted, read: (given) => (given.includes('\0') ? undefined : given) };
}

function matching(value: string, pattern: RegExp, accepted: LocalizedText): Setting<string> {
  return { default: value, accepted, read: (given) => (pattern.test(given) ? given : undefined) };
}

function optional(pattern: RegExp, accepted: LocalizedText): Setting<string | null> {
  return { default: null, accepted, read: (given) => (pattern.test(given) ? given : undefined) };
}

function integer(value: number, min: number, max: number): Setting<number> {
  const accepted = { vi: `số nguyên từ ${min} đến ${max}`, en: `whole number from ${min} to ${max}` };
  const read = (given: string) => {
    const number = /^\d+$/.test(given) ? Number(given) : Number.NaN;
    return number >= min && number <= max ? number : undefined;
  };
  return { default: value, accepted, read };
}

function yesOrNo(): Setting<boolean> {
  const read = (given: string) => (given === 'yes' ? true : given === 'no' ? false : undefined);
  return { default: false, accepted: { vi: 'yes hoặc no', en: 'yes or no' }, read };
}

import { statfs } from 'node:fs/promises';
import { dirname } from 'node:path';
import type { LocalizedText } from '#platform/i18n/index.ts';
import { systemPostgresBinaries } from '#platform/postgres/index.ts';
import type { Command } from '../command.ts';
import type { Runtime } from '../runtime.ts';
import { findTools } from '../tools.ts';
import { withRuntime } from './roles.ts';

interface Finding {
  /** `missing` is optional and done without; `unwell` needs somebody to act. */
  state: 'well' | 'missing' | 'unwell';
  text: LocalizedText;
}

/** Says what is missing or unwell, each with what to do; exits 1 only for what is unwell. */
export const doctor: Command = {
  name: 'doctor',
  summary: { vi: 'Khám hệ thống: thiếu gì, chỗ nào chưa ổn', en: 'Say what is missing or unwell' },
  usage: '',
  example: 'doctor',
  run: (invocation) =>
    withRuntime(invocation, async (runtime) => {
      const findings = [
        ...(await machineFindings(runtime.config.dataDir)),
        ...(await queueFindings(runtime)),
      ];
      for (const { state, text } of findings)
        invocation.terminal.answer(`${MARKS[state]} ${text[invocation.terminal.lang]}`);
      return findings.some((finding) => finding.state === 'unwell') ? 1 : 0;
    }),
};

const MARKS = { well: '✓', missing: '–', unwell: '✗' } as const;
const GIGABYTE = 1024 ** 3;

async function machineFindings(dataDir: string): Promise<Finding[]> {
  const free = (await freeBytes(dataDir)) / GIGABYTE;
  const disk: Finding = {
    state: free < 1 ? 'unwell' : 'well',
    text: { vi: `ổ đĩa còn trống ${free.toFixed(1)} GB`, en: `${free.toFixed(1)} GB of disk are free` },
  };
  const older = await systemPostgresBinaries();
  const postgres: Finding = older
    ? {
        state: 'well',
        text: {
          vi: `PostgreSQL ${older.major} của máy: dùng để kiểm thử`,
          en: `PostgreSQL ${older.major} of the machine: used by tests`,
        },
      }
    : {
        state: 'missing',
        text: {
          vi: 'không có PostgreSQL của máy: bỏ qua lượt kiểm thử trên bản cũ',
          en: 'no PostgreSQL of the machine: the leg of tests on an older one is skipped',
        },
      };
  return [disk, postgres, ...(await toolFindings())];
}

/** Of the disk that the folder is on, or will be once it is made: with DATABASE_URL nothing has made it yet. */
async function freeBytes(folder: string): Promise<number> {
  const facts = await statfs(folder).catch(() => undefined);
  if (facts !== undefined) return facts.bavail * facts.bsize;
  return dirname(folder) === folder ? 0 : await freeBytes(dirname(folder));
}

async function toolFindings(): Promise<Finding[]> {
  const tools = await findTools();
  return tools.map(({ name, path, use }) =>
    path === null
      ? { state: 'missing', text: { vi: `không có ${name}: ${use.vi}`, en: `no ${name}: ${use.en}` } }
      : { state: 'well', text: { vi: `${name}: ${path}`, en: `${name}: ${path}` } },
  );
}

async function queueFindings({ pendingWork }: Runtime): Promise<Finding[]> {
  const { jobs, failedJobs, unsealed } = await pendingWork();
  return [
    {
      state: failedJobs > 0 ? 'unwell' : 'well',
      text: {
        vi: `hàng đợi: ${jobs} việc chờ, ${failedJobs} việc hỏng`,
        en: `queue: ${jobs} jobs waiting, ${failedJobs} failed`,
      },
    },
    {
      state: 'well',
      text: { vi: `${unsealed} dòng chờ niêm số`, en: `${unsealed} rows wait for their position` },
    },
  ];
}

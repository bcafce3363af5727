import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { type CellValue, writeXlsx } from 'hucre/xlsx';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { readWorkbook } from '#formats/xlsx/index.ts';
import { databaseUrl } from '#main/commands/database-url.fixture.ts';
import { type Ended, type Program, runProgram, startProgram } from '#tests/support/program.ts';
import { starterDatabase } from '#tests/support/starter.ts';
import {
  CORRECTIONS,
  CSV_MAPPING,
  provincialCsv,
  provincialWorkbook,
  WORKBOOK_MAPPING,
} from './provincial-sheet.fixture.ts';

let folder: string;
let environment: Record<string, string>;
let program: Program;
let origin: string;
let closeDatabase: () => Promise<void>;
beforeAll(async () => {
  const { db, close } = await starterDatabase();
  closeDatabase = close;
  environment = {
    DATABASE_URL: await databaseUrl(db),
    LC_ALL: 'vi_VN.UTF-8',
    DISAN_REQUESTS_PER_MINUTE: '0',
  };
  folder = await mkdtemp(join(tmpdir(), 'disan-province-'));
  await writeFile(at('danh-muc.xlsx'), await provincialWorkbook());
  await writeFile(at('danh-muc.csv'), provincialCsv());
  await writeFile(at('bang.json'), JSON.stringify(WORKBOOK_MAPPING));
  await writeFile(at('van-ban.json'), JSON.stringify(CSV_MAPPING));
  await writeFile(
    at('truoc.csv'),
    'Mã di tích,Tên di tích,Loại hình\nBNT-01,Đình Thử Nghiệm,Di tích lịch sử\n',
  );
  program = await startProgram(['up', '--port', '0', '--data', at('data')], environment);
  origin = await program.ready;
}, 300_000);
afterAll(async () => {
  await program.stop();
  await closeDatabase();
  await rm(folder, { recursive: true, force: true });
});

const at = (name: string): string => join(folder, name);

async function disan(...words: string[]): Promise<Ended> {
  return await runProgram(words, { environment });
}

async function imported(file: string, mapping: string, ...more: string[]): Promise<Ended> {
  return await disan('import', at(file), '--as', 'monument', '--mapping', at(mapping), ...more);
}

async function read<T>(path: string): Promise<T> {
  const response = await fetch(`${origin}/api/v1/${path}`);
  return (await response.json()) as T;
}

/** The titles that everybody finds, once there are so many. */
async function found(count: number): Promise<string[]> {
  for (let tries = 0; ; tries += 1) {
    const { items } = await read<{ items: { title: { vi: string } }[] }>(
      'search?kind=monument&q=%22Th%E1%BB%AD%20Nghi%E1%BB%87m%22&limit=50',
    );
    const titles = items.map(({ title }) => title.vi);
    if (titles.length === count || tries > 300) return titles.toSorted();
    await sleep(100);
  }
}

async function onTheMap(): Promise<number> {
  const bbox = '105.95,21.10,105.97,21.12';
  const { clusters } = await read<{ clusters: { count: number }[] }>(
    `map/clusters?kind=monument&q=%22Th%E1%BB%AD%20Nghi%E1%BB%87m%22&zoom=14&bbox=${bbox}`,
  );
  return clusters.reduce((sum, { count }) => sum + count, 0);
}

const changesetIn = (output: string): string => /import undo (\d+)/.exec(output)?.[1] ?? '';

/** The rows of the workbook that came back, by the names of its columns. */
async function returned(): Promise<{ header: string[]; rows: Record<string, string>[] }> {
  const outcome = await readWorkbook(await readFile(at('bao-cao.rejected.xlsx')));
  const [head = [], ...rows] = outcome.kind === 'workbook' ? (outcome.sheets[0]?.rows ?? []) : [];
  const header = head.map(({ value }) => String(value ?? ''));
  const named = rows.map((cells) => header.map((name, index) => [name, String(cells[index]?.value ?? '')]));
  return { header, rows: named.map((cells) => Object.fromEntries(cells)) };
}

async function corrected(): Promise<void> {
  const { header, rows } = await returned();
  const right = rows.map((row) => {
    const correction = CORRECTIONS.find(({ key }) => key === row['Mã di tích']);
    return correction ? { ...row, [correction.column]: correction.text } : row;
  });
  const cells: CellValue[][] = right.map((row) => header.map((name) => row[name] ?? ''));
  await writeFile(
    at('da-sua.xlsx'),
    await writeXlsx({ sheets: [{ name: 'Lỗi', rows: [header, ...cells] }] }),
  );
}

const WRONG = [
  ['BNT-06', 'Loại hình', 'Ý bạn là: Di tích lịch sử'],
  ['BNT-07', 'Ngày khảo sát', '31/12/1789; 1789-12-31'],
  ['BNT-08', 'Tên di tích', ''],
  ['BNT-09', 'Xã, phường', '09370 (Phường Tam Sơn'],
  ['BNT-02', 'Mã di tích', 'sửa mã'],
] as const;

describe('the inventory of a province in the letters of 1995', { timeout: 300_000 }, () => {
  test('as a workbook: tried, its five wrong rows returned, the others imported, corrected, and all taken back', async () => {
    expect((await disan('import', at('truoc.csv'), '--as', 'monument')).code).toBe(0);

    const tried = await imported('danh-muc.xlsx', 'bang.json', '--dry-run', '--report', at('bao-cao.xlsx'));
    expect(tried.output).toContain('chạy thử, chưa ghi gì: mới 4, sửa 1, không đổi 0, bị từ chối 5');
    expect(tried.code).toBe(1);
    expect(tried.complaints).toContain('name[vi]: Đình Thử Nghiệm → Đình làng Thử Nghiệm');
    expect(tried.complaints).toContain('cột “Tên di tích”: chuyển từ TCVN3');
    expect(tried.complaints).toMatch(/bỏ qua 5 dòng không phải dữ liệu .*“I · Thành phố Từ Sơn”/);
    const report = await readFile(at('bao-cao.csv'), 'utf8');
    expect(report).toContain('name[vi]: Đình Thử Nghiệm → Đình làng Thử Nghiệm');
    expect(report).toContain('mới 4, sửa 1, không đổi 0, bị từ chối 5, bỏ qua 5');
    expect(await found(0)).toEqual([]);

    const { rows } = await returned();
    expect(rows.map((row) => row['Mã di tích'])).toEqual(WRONG.map(([key]) => key));
    for (const [index, [, column, advice]] of WRONG.entries()) {
      expect(rows[index]?.Lỗi).toContain(column);
      expect(rows[index]?.['Gợi ý']).toContain(advice);
    }

    const first = await imported('danh-muc.xlsx', 'bang.json', '--skip-rejected');
    expect(first).toMatchObject({ code: 0, output: expect.stringContaining('đã nhập: mới 4, sửa 1') });
    expect(await found(4)).toEqual([
      'Chùa Thử Nghiệm',
      'Lăng mộ Thử Nghiệm',
      'Văn chỉ Thử Nghiệm',
      'Đền thờ Thử Nghiệm',
    ]);
    expect(await onTheMap()).toBe(4);

    await corrected();
    const second = await imported('da-sua.xlsx', 'bang.json');
    expect(second).toMatchObject({ code: 0, output: expect.stringContaining('đã nhập: mới 5, sửa 0') });
    expect(await found(9)).toHaveLength(9);
    expect(await onTheMap()).toBe(9);

    for (const { output } of [second, first]) {
      const undone = await disan('import', 'undo', changesetIn(output));
      expect(undone).toMatchObject({ code: 0, output: expect.stringContaining('đã hoàn tác') });
    }
    expect(await found(0)).toEqual([]);
    expect(await onTheMap()).toBe(0);
    const exported = await disan('export', '--as', 'csv', 'kind=monument', 'q=Đình Thử Nghiệm');
    expect(exported.output).not.toContain('Đình làng Thử Nghiệm');
  });

  test('as the bytes of a text file: the same rows come back, the same are imported', async () => {
    const report = ['--report', at('van-ban.csv')];
    const tried = await imported('danh-muc.csv', 'van-ban.json', '--dry-run', ...report);
    expect(tried.output).toMatch(/chạy thử, chưa ghi gì: mới [45], sửa [01], không đổi 0, bị từ chối 5/);
    expect(tried.complaints).toContain('đã chuyển từ bảng mã TCVN3');
    const rejected = await readFile(at('van-ban.rejected.csv'), 'utf8');
    for (const [key, , advice] of WRONG)
      expect(rejected).toMatch(new RegExp(`${key}.*${advice.slice(0, 5)}`));
    const done = await imported('danh-muc.csv', 'van-ban.json', '--skip-rejected');
    expect(done.code).toBe(0);
    expect(await found(4)).toContain('Lăng mộ Thử Nghiệm');
    const undone = await disan('import', 'undo', changesetIn(done.output));
    expect(undone.code).toBe(0);
    expect(await found(0)).toEqual([]);
  });
});

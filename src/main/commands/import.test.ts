import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { sql } from 'kysely';
import { afterAll, beforeAll, describe, expect, inject, it } from 'vitest';
import { testDatabase } from '#tests/support/postgres.ts';
import { readConfig } from '../config.ts';
import { exportCommand } from './export.ts';
import { importCommand } from './import.ts';

const { db, close } = await testDatabase();
let folder: string;
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'disan-import-test-'));
});
afterAll(async () => {
  await rm(folder, { recursive: true, force: true });
  await close();
});

/** The address of this file's own database, as an operator would give it. */
async function databaseUrl(): Promise<string> {
  const { rows } = await sql<{ name: string }>`select current_database() as name`.execute(db);
  const { connection } = inject('testServer');
  const name = rows[0]?.name ?? '';
  if (connection.url !== undefined) {
    const url = new URL(connection.url);
    url.pathname = `/${name}`;
    return url.href;
  }
  const { host = '', port, user } = connection;
  return `postgres://${user}@localhost:${port}/${name}?host=${encodeURIComponent(host)}`;
}

async function run(
  command: typeof importCommand,
  words: { positionals: string[]; values?: Record<string, string | boolean> },
) {
  const settings = readConfig({ DATABASE_URL: await databaseUrl(), DISAN_LOG: 'silent' });
  if (settings.kind !== 'config') throw new Error(JSON.stringify(settings.errors));
  const [answers, complaints]: [string[], string[]] = [[], []];
  const terminal = {
    lang: 'vi' as const,
    answer: (line: string) => answers.push(line),
    say: ({ vi }: { vi: string }) => complaints.push(vi),
  };
  const code = await command.run({ values: {}, ...words, config: settings.config, terminal });
  return { code, answers, complaints };
}

async function file(name: string, text: string): Promise<string> {
  const path = join(folder, name);
  await writeFile(path, text);
  return path;
}

const SHEET = 'Mã hồ sơ;Tên gọi – tiếng Việt;Chất liệu\nA-1;Trống đồng;đồng thau\nA-2;Mâm;zzzz\n';

describe('import', () => {
  it('rehearses, refuses, imports what is right, and takes it back', async () => {
    const [path, report] = [await file('hien-vat.csv', SHEET), join(folder, 'bao-cao.csv')];
    const as = 'artefact';

    const rehearsal = await run(importCommand, { positionals: [path], values: { as, 'dry-run': true } });
    expect(rehearsal).toEqual({
      code: 1,
      answers: ['chạy thử, chưa ghi gì: mới 1, sửa 0, không đổi 0, bị từ chối 1'],
      complaints: [expect.stringMatching(/^dòng 3: Chất liệu: “zzzz” không có trong danh mục/)],
    });

    const refused = await run(importCommand, { positionals: [path], values: { as, report } });
    expect(refused.code).toBe(1);
    expect(refused.answers[0]).toMatch(/^chưa ghi gì vì có dòng bị từ chối: mới 1/);
    expect(await readFile(report, 'utf8')).toMatch(/\n3,rejected,,\/fields\/materials,/);
    const rejected = await readFile(join(folder, 'bao-cao.rejected.csv'), 'utf8');
    expect(rejected).toMatch(/^\ufeffMã hồ sơ,Tên gọi – tiếng Việt,Chất liệu,Lỗi,Gợi ý\r\nA-2,Mâm,zzzz,/);

    const some = await run(importCommand, { positionals: [path], values: { as, 'skip-rejected': true } });
    const changeset = /gói thay đổi (\d+)/.exec(some.answers[0] ?? '')?.[1] ?? '';
    expect(some).toMatchObject({
      code: 0,
      answers: [expect.stringMatching(/^đã nhập: mới 1, .* bị từ chối 1/)],
    });

    // The corrected rows go in as they came out, the added columns included.
    const corrected = await file('sua.csv', rejected.replaceAll('zzzz', 'gỗ'));
    expect(await run(importCommand, { positionals: [corrected], values: { as } })).toMatchObject({ code: 0 });

    const undone = await run(importCommand, { positionals: ['undo', changeset] });
    expect(undone).toMatchObject({ code: 0, answers: [expect.stringMatching(/thu hồi 1 hồ sơ mới/)] });
  });

  it('reads a sheet by a mapping that was saved, and publishes what is new when it is told to', async () => {
    const own = { columns: { 'Số đăng ký': 'id', Tên: 'name[vi]' } };
    await db
      .insertInto('import_profile')
      .values({ name: 'Sổ cũ', kind: 'artefact', signature: 'x', mapping: JSON.stringify(own) })
      .execute();
    const path = await file('so-cu.csv', 'Số đăng ký,Tên\nP-1,Mõ gỗ\n');
    const values = { as: 'artefact', profile: 'Sổ cũ' };
    const trial = await run(importCommand, { positionals: [path], values: { ...values, 'dry-run': true } });
    expect(trial.answers[0]).toMatch(/^chạy thử, chưa ghi gì: mới 1, /);
    const strict = await run(importCommand, { positionals: [path], values: { ...values, publish: true } });
    expect(strict.answers[0]).toMatch(/^chưa ghi gì vì có dòng bị từ chối: mới 0/);
    expect(strict.complaints[0]).toContain('bắt buộc khi công bố');
    for (const other of [
      { ...values, as: 'museum' },
      { ...values, profile: 'Sổ khác' },
    ]) {
      const { code, complaints } = await run(importCommand, { positionals: [path], values: other });
      expect([code, complaints[0]]).toEqual([1, expect.stringContaining('không có ánh xạ nào tên')]);
    }
  });

  it.each([
    [['nowhere.csv'], { as: 'artefact' }, 'không có tệp này'],
    [['/tmp'], { as: 'artefact' }, 'đọc được .xlsx, .csv'],
    [['so.xls'], { as: 'artefact' }, 'Sổ làm việc Excel (.xlsx)'],
    [['a.csv'], {}, 'thiếu --as'],
    [['a.csv'], { as: 'drum' }, 'không có loại hồ sơ “drum”'],
    [['a.csv'], { as: 'artefact', mapping: 'nowhere.json' }, 'không có tệp này'],
    [['undo', 'abc'], {}, 'không phải số của gói thay đổi'],
    [['undo', '999999'], {}, 'không phải là một lần nhập'],
  ])('%j %j says what is wrong', async (positionals, values, words) => {
    const { code, complaints } = await run(importCommand, { positionals, values });
    expect(code).toBe(1);
    expect(complaints.join('\n')).toContain(words);
  });

  it('names line and column of a broken file and of a broken mapping', async () => {
    const broken = await file('hong.csv', 'id,name[vi]\n1,a\n2,"b\n');
    const sheet = await run(importCommand, { positionals: [broken], values: { as: 'artefact' } });
    expect(sheet).toMatchObject({
      code: 1,
      complaints: [expect.stringContaining('Dòng 3, cột 2: dấu ngoặc kép')],
    });
    const mapping = await file('anh-xa.json', '{"columns": {"a": "name[vi]",}}');
    const mapped = await run(importCommand, { positionals: [broken], values: { as: 'artefact', mapping } });
    expect(mapped.complaints).toEqual([
      expect.stringMatching(/anh-xa\.json: dòng 1, cột 30 không phải JSON/),
    ]);
    const wrong = await file('sai.json', '{"colums": {}}');
    const misspelt = await run(importCommand, {
      positionals: [broken],
      values: { as: 'artefact', mapping: wrong },
    });
    expect(misspelt.complaints).toEqual([expect.stringMatching(/sai\.json\/colums: Thuộc tính “colums”/)]);
  });
});

describe('export', () => {
  it('writes a file that can be imported again', async () => {
    const path = await file('vao.csv', 'id,name[vi]\nB-1,Chuông\n');
    await run(importCommand, { positionals: [path], values: { as: 'artefact' } });
    const output = join(folder, 'ra.csv');
    const written = await run(exportCommand, {
      positionals: ['kind=artefact'],
      values: { as: 'csv', output },
    });
    expect(written).toEqual({ code: 0, answers: [], complaints: [] });
    expect(await readFile(output, 'utf8')).toContain(',Chuông,');
    const again = await run(importCommand, { positionals: [output], values: { as: 'artefact' } });
    expect(again).toMatchObject({ code: 0, answers: [expect.stringMatching(/^mọi dòng đều đã có/)] });
  });

  it.each([
    [['kind=drum'], { as: 'csv' }, 'không hiểu điều kiện “kind=drum”'],
    [['kind=artefact'], { as: 'pdf' }, 'hãy chọn --as: xlsx, csv, jsonl, geojson'],
    [[], { as: 'csv' }, 'hãy thêm kind='],
    [['kind=artefact'], { as: 'csv', output: '/nowhere/at/all.csv' }, 'không có tệp này'],
  ])('%j %j says what is wrong', async (positionals, values, words) => {
    const { code, complaints } = await run(exportCommand, { positionals, values });
    expect(code).toBe(1);
    expect(complaints.join('\n')).toContain(words);
  });
});

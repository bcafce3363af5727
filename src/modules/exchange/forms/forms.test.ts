import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, it, test } from 'vitest';
import { actorId } from '#modules/access/index.ts';
import { createRecord } from '#modules/registry/index.ts';
import { createHttpServer } from '#platform/http/index.ts';
import { createLog } from '#platform/log/index.ts';
import { starterContext, starterDatabase } from '#tests/support/starter.ts';
import { exportForms } from './export.ts';
import { formFiles } from './files.ts';
import { fillForm } from './fill.ts';
import { docxTexts, filledForm, formNamed, NOW, pageCount, partOf, someForms } from './forms.fixture.ts';
import { registerFormRoutes } from './routes.ts';
import { formTemplate } from './template.ts';

const { db, close } = await starterDatabase();
const folder = await mkdtemp(join(tmpdir(), 'disan-forms-'));
afterAll(async () => {
  await close();
  await rm(folder, { recursive: true });
});
const parts = await someForms(db);
const { registry, vocabularies } = await starterContext(db);
const administrator = { ...registry, actorId: await actorId(db, 'administrator') };

async function pidOf(name: string): Promise<string> {
  const { pid } = await db
    .selectFrom('record')
    .innerJoin('record_name as n', 'n.record_id', 'record.id')
    .select('record.pid')
    .where('n.name', '=', name)
    .where('n.ordinal', '=', 0)
    .executeTakeFirstOrThrow();
  return pid;
}

async function published(fields: Record<string, unknown[]>): Promise<string> {
  const body = { standard: 'artefact@1.0', fields: numbered(fields) };
  const outcome = await createRecord(administrator, { body, state: 'draft' });
  if (outcome.kind !== 'created') throw new Error(JSON.stringify(outcome));
  return outcome.pid;
}

const WORDED = new Set(['name', 'description']);

function numbered(fields: Record<string, unknown[]>) {
  return Object.fromEntries(
    Object.entries(fields).map(([field, values]) => [
      field,
      values.map((value, index) => ({
        id: `${field}-${index + 1}`,
        value,
        ...(WORDED.has(field) ? { lang: 'vi' } : {}),
      })),
    ]),
  );
}

const STAFF = { actorId: administrator.actorId, staff: true };
const ALL = [...new Set(parts.catalogue.inForce().flatMap(({ kind }) => parts.catalogue.forms(kind)))];

async function collected<T>(items: AsyncIterable<T>): Promise<T[]> {
  const list: T[] = [];
  for await (const item of items) list.push(item);
  return list;
}

/** The texts of a form with every dotted line as `…`. */
function shown(bytes: Uint8Array): string[] {
  return docxTexts(bytes).map((text) => text.replace(/\.{10,}/g, '…'));
}

/** What stands under a label or beside it. */
function under(texts: readonly string[], label: string): string | undefined {
  return texts[texts.indexOf(label) + 1];
}

describe('golden texts', () => {
  it('the object record card of the Ngọc Lũ drum', async () => {
    const { bytes, filename } = await filledForm(parts, {
      form: 'phieu-hien-vat',
      pid: await pidOf('Trống đồng Ngọc Lũ'),
      format: 'docx',
    });
    expect(filename).toBe('Phiếu hiện vật (phiếu kiểm kê khoa học) - Trống đồng Ngọc Lũ.docx');
    const texts = shown(bytes);
    expect(under(texts, 'Tên hiện vật')).toBe('Trống đồng Ngọc Lũ');
    expect(under(texts, 'Niên đại')).toContain('Văn hóa Đông Sơn');
    expect(under(texts, 'Loại hiện vật')).toContain('Bảo vật quốc gia');
    expect(under(texts, 'Trọng lượng')).toBe('…');
    expect(under(texts, 'Miêu tả')?.split('\n')).toEqual(Array(6).fill('…'));
    expect(texts.at(-1)).toBe('(Ký, ghi rõ họ tên, đóng dấu)');
  });

  it('the profile of the monuments of Huế, with all its twelve items', async () => {
    const pid = await pidOf('Quần thể kiến trúc Cố đô Huế');
    const { bytes } = await filledForm(parts, { form: 'ly-lich-di-tich', pid, format: 'docx' });
    const texts = shown(bytes);
    expect(texts.filter((text) => /^\d+\. /.test(text)).map((text) => Number.parseInt(text, 10))).toEqual([
      1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12,
    ]);
    expect(under(texts, 'Địa điểm hiện nay:')).toBe('Phường Phú Xuân, Thành phố Huế');
    expect(under(texts, 'Xếp hạng đã có:')).toContain(
      'Di tích quốc gia đặc biệt, 1272/QĐ-TTg ngày 12/8/2009',
    );
    expect(partOf(bytes, 'word/footer1.xml')).toContain('Thông tư 09/2011/TT-BVHTTDL, Điều 6');
    expect(partOf(bytes, 'word/footer1.xml')).toContain(`Hồ sơ ${pid}, phiên bản 1`);
  });

  it('the artefacts of Huế in the columns of Form 2', async () => {
    const pid = await pidOf('Quần thể kiến trúc Cố đô Huế');
    const texts = shown((await filledForm(parts, { form: 'mau-so-2', pid, format: 'docx' })).bytes);
    expect(texts.filter((text) => /^\(\d+\)/.test(text))).toHaveLength(11);
    expect(texts).toEqual(expect.arrayContaining(['Đại hồng chung chùa Thiên Mụ', 'Bia Khiêm Cung Ký', '5']));
  });

  it('the profile of Hội Gióng, in both languages', async () => {
    const pid = await pidOf('Hội Gióng đền Phù Đổng và đền Sóc');
    const wanted = { form: 'ly-lich-dsvhpvt', pid, format: 'docx' } as const;
    const texts = shown((await filledForm(parts, wanted)).bytes);
    expect(under(texts, 'Loại hình theo Luật Di sản văn hóa 2024:')).toBe('Lễ hội truyền thống');
    expect(under(texts, 'Thời gian thực hành:')).toContain('từ 6/1 đến 8/1 âm lịch');
    const english = shown((await filledForm(parts, { ...wanted, lang: 'en' })).bytes);
    expect(under(english, 'Time of practice:')).toContain('from 6/1 to 8/1 of the lunar calendar');
    expect(english).toContain('SOCIALIST REPUBLIC OF VIET NAM');
  });
});

describe.each(ALL.map((form) => [form.id, form] as const))('%s', (_id, form) => {
  it('has templates in both languages that know every line of the declaration', async () => {
    for (const lang of ['vi', 'en'] as const) {
      const template = (await parts.files.template(form.id, lang)) ?? new Uint8Array();
      const tags = docxTexts(template).join('\n');
      const lines = form.sections.flatMap((section) => [...section.lines, ...(section.table?.columns ?? [])]);
      for (const { id } of lines) expect(tags).toContain(`{${id}}`);
      expect(template).toEqual(formTemplate(form, lang));
    }
  });

  it('is a PDF of some pages for a record with hardly more than a name', async () => {
    const [kind = 'artefact'] = form.kinds;
    const body = {
      standard: `${kind}@1.0`,
      fields: numbered({ name: ['Trống'], ...(kind === 'monument' ? { type: ['KHAO_CO'] } : {}) }),
    };
    const outcome = await createRecord(administrator, { body, state: 'draft' });
    if (outcome.kind !== 'created') throw new Error(JSON.stringify(outcome));
    const { pid } = outcome;
    const wanted = { form: form.id, pid, reader: STAFF };
    const { bytes } = await filledForm(parts, { ...wanted, format: 'pdf' });
    expect(pageCount(bytes)).toBeGreaterThan(0);
    expect((await filledForm(parts, { ...wanted, format: 'pdf' })).bytes).toEqual(bytes);
    const docx = (await filledForm(parts, { ...wanted, format: 'docx' })).bytes;
    expect(docxTexts(docx).join('\n')).not.toMatch(/[{}]|undefined/);
  });
});

describe('who reads', () => {
  it('the public gets no personal value and no draft; staff do', async () => {
    const owner = { role: 'owner', verbatim: 'Bà Nguyễn Thị Giấu' };
    const pid = await published({ name: ['Ấn đồng'], owner: [owner], storageLocation: ['Kho 3, tủ 7'] });
    const form = formNamed(parts, 'phieu-hien-vat');
    const request = { form, pid, lang: 'vi', format: 'docx', now: NOW } as const;
    const asked = await fillForm(parts, { ...request, reader: { actorId: null, staff: false } });
    expect(asked.kind).toBe('not-found');
    const { bytes } = await filledForm(parts, { form: form.id, pid, format: 'docx', reader: STAFF });
    expect(under(shown(bytes), 'Vị trí trong kho, trưng bày')).toBe('Kho 3, tủ 7');
    expect(shown(bytes).join()).toContain('Bà Nguyễn Thị Giấu');
  });
});

test('hostile texts stay texts, however long', { timeout: 60_000 }, async () => {
  const hostile = '</w:t> & <script> {name} {#objects} =cmd|x "quoted"';
  const long = 'Trống đồng mặt có mười bốn cánh sao. '.repeat(2_600);
  const statements = Array.from({ length: 11 }, (_, index) => `${index} ${long}`);
  const pid = await published({ name: [hostile], description: statements });
  const wanted = { form: 'phieu-hien-vat', pid, reader: STAFF };
  const texts = shown((await filledForm(parts, { ...wanted, format: 'docx' })).bytes);
  expect(under(texts, 'Tên hiện vật')).toBe(hostile);
  expect(under(texts, 'Miêu tả')?.length).toBeGreaterThan(1_000_000);
  expect(pageCount((await filledForm(parts, { ...wanted, format: 'pdf' })).bytes)).toBeGreaterThan(100);
});

test('a form takes no longer than a page may', async () => {
  const pid = await pidOf('Quần thể kiến trúc Cố đô Huế');
  const times: number[] = [];
  for (const format of ['docx', 'pdf', 'docx', 'pdf', 'docx', 'pdf'] as const) {
    const before = process.cpuUsage();
    await filledForm(parts, { form: 'ly-lich-di-tich', pid, format });
    const { user, system } = process.cpuUsage(before);
    times.push((user + system) / 1_000);
  }
  // Milliseconds of the processor, the least of several: other tests share it.
  expect(Math.min(...times.filter((_, index) => index % 2 === 1))).toBeLessThan(300);
});

describe('a template that an official edits', () => {
  const form = formNamed(parts, 'mau-so-2');
  const files = formFiles(folder);
  const request = { form, lang: 'vi', format: 'docx', reader: STAFF, now: NOW } as const;
  const path = join(folder, 'forms', 'mau-so-2.vi.docx');

  it('that is missing or no document is named with what to do', async () => {
    const pid = await pidOf('Trống đồng Ngọc Lũ');
    expect(await fillForm({ ...parts, files }, { ...request, pid })).toMatchObject({
      kind: 'broken-template',
      file: 'forms/mau-so-2.vi.docx',
      problem: { en: 'there is no such file' },
    });
    await mkdir(join(folder, 'forms'), { recursive: true });
    await writeFile(path, 'not a document');
    const outcome = await fillForm({ ...parts, files }, { ...request, pid });
    expect(outcome.kind === 'broken-template' && outcome.problem.vi).toContain('form-template mau-so-2');
  });

  it('keeps its wording and is used at once', async () => {
    const label = { vi: 'SỔ THỐNG KÊ CỦA CHÙA', en: 'LIST OF THE PAGODA' };
    await writeFile(path, formTemplate({ ...form, label }, 'vi'));
    const outcome = await fillForm(
      { ...parts, files },
      { ...request, pid: await pidOf('Trống đồng Ngọc Lũ') },
    );
    expect(outcome.kind === 'form' && shown(outcome.bytes)).toContain('SỔ THỐNG KÊ CỦA CHÙA');
  });
});

describe('export', () => {
  const exchange = { registry: administrator, catalogue: parts.catalogue, vocabularies, eras: [] };
  const common = { lang: 'vi', format: 'docx', files: parts.files, now: NOW } as const;

  it('writes one list of all artefacts of a query', async () => {
    const form = formNamed(parts, 'mau-so-2');
    const all = await collected(
      exportForms(exchange, { ...common, form, filter: { kind: 'artefact', state: 'published' } }),
    );
    expect(all).toHaveLength(1);
    const [list] = all;
    const texts = list?.outcome.kind === 'form' ? shown(list.outcome.bytes) : [];
    expect(texts).toContain('Trống đồng Ngọc Lũ');
    expect(texts).toContain('300');
  });

  it('writes a form for each record else, and says which records have none', async () => {
    const form = formNamed(parts, 'phieu-hien-vat');
    const pid = await pidOf('Trống đồng Ngọc Lũ');
    const one = await collected(exportForms(exchange, { ...common, form, filter: { pid } }));
    expect(one).toMatchObject([{ pid, outcome: { kind: 'form' } }]);
    const other = await pidOf('Quần thể kiến trúc Cố đô Huế');
    const wrong = await collected(exportForms(exchange, { ...common, form, filter: { pid: other } }));
    expect(wrong).toMatchObject([{ outcome: { kind: 'wrong-kind', kinds: ['artefact'] } }]);
  });
});

describe('over HTTP', async () => {
  const server = await createHttpServer({
    ...{ log: createLog('silent'), requestsPerMinute: 0, trustProxy: false },
    readJson: (text) => ({ kind: 'json', value: JSON.parse(text) }),
  });
  registerFormRoutes(server, { ...parts, now: () => NOW });
  const pid = await pidOf('Trống đồng Ngọc Lũ');
  afterAll(() => server.close());

  it('a download carries its Vietnamese name', async () => {
    const answer = await server.inject(`/vi/bieu-mau/phieu-hien-vat/${pid}.pdf`);
    expect(answer.statusCode).toBe(200);
    expect(answer.headers['content-type']).toBe('application/pdf');
    expect(answer.headers['x-robots-tag']).toBe('noindex');
    const disposition = String(answer.headers['content-disposition']);
    expect(disposition).toMatch(/^attachment; filename="phieu-hien-vat[a-z0-9-]+\.pdf"; filename\*=UTF-8''/);
    expect(decodeURIComponent(disposition.split("''")[1] ?? '')).toContain('Phiếu hiện vật');
    expect(answer.rawPayload.subarray(0, 5).toString()).toBe('%PDF-');
    const english = await server.inject(`/en/forms/phieu-hien-vat/${pid}.docx`);
    expect(english.headers['content-language']).toBe('en');
    expect(shown(english.rawPayload)).toContain('Object record card'.toUpperCase());
  });

  it.each([
    ['/vi/bieu-mau/phieu-hien-vat/khong-co.pdf', 404],
    ['/vi/bieu-mau/khong-co/x.pdf', 404],
    ['/vi/bieu-mau/phieu-hien-vat/x.exe', 404],
    [`/vi/bieu-mau/ly-lich-di-tich/${pid}.pdf`, 404],
  ])('%s is refused', async (address, status) => {
    expect((await server.inject(address)).statusCode).toBe(status);
  });
});

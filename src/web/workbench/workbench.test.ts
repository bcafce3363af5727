import { afterAll, describe, expect, it } from 'vitest';
import { type Answered, aDeskSession } from '#tests/support/desk.ts';
import { testDatabase } from '#tests/support/postgres.ts';

const database = await testDatabase();
const desk = await aDeskSession(database);
afterAll(async () => {
  await desk.close();
  await database.close();
});

const SHEET = 'id;Tên gọi – tiếng Việt;Chất liệu;Ghi chú\nB1;Trống đồng;đồng lạ;x\nB2;Chuông;;y\n';

/** The page that a form leads to. */
async function followed(answer: Answered): Promise<Answered> {
  expect(answer.status, answer.html.slice(0, 500)).toBe(303);
  const page = await desk.get(answer.location);
  return page.status === 303 ? await followed(page) : page;
}

async function uploaded(text: string | Uint8Array = SHEET, name = 'bảng kiểm kê.csv') {
  const form = await desk.get('/quan-tri/nhap-du-lieu/moi');
  const answer = await desk.upload(form, { name, text }, { loai: 'artefact' });
  return { base: answer.location.replace(/\/tep$/, ''), page: await followed(answer) };
}

function sound(page: Answered, lang = 'vi'): void {
  expect(page.status).toBe(200);
  expect(page.html).toMatch(new RegExp(`^<!doctype html><html lang="${lang}"`));
  expect(page.html.match(/<h1/g)).toHaveLength(1);
  expect(page.html).toContain('<meta name="robots" content="noindex, nofollow"');
  expect(page.html).not.toMatch(/ style="| on[a-z]+="|<style|undefined|\[object |NaN/);
  expect(page.headers['cache-control']).toBe('private, no-store');
  const ids = [...page.html.matchAll(/ id="([^"]*)"/g)].map(([, id]) => id);
  expect(ids).toEqual([...new Set(ids)]);
}

describe('signing in', () => {
  it('stands before every page, and leads back to it', async () => {
    const page = await desk.get('/quan-tri/nhap-du-lieu?truoc=5', { cookie: '' });
    expect(page.location).toBe('/quan-tri/dang-nhap?ve=%2Fquan-tri%2Fnhap-du-lieu%3Ftruoc%3D5');
    sound(await desk.get(page.location, { cookie: '' }));
    const token = desk.app.token;
    const back = await desk.post('/quan-tri/dang-nhap', { token, ve: '/quan-tri/nhap-du-lieu?truoc=5' });
    expect(back.location).toBe('/quan-tri/nhap-du-lieu?truoc=5');
    for (const ve of [
      'https://x.example',
      '//x.example',
      '/quan-tri/nhap-du-lieu\\@x',
      '/quan-tri/dang-xuat',
    ])
      expect((await desk.post('/quan-tri/dang-nhap', { token, ve })).location).toBe('/quan-tri/nhap-du-lieu');
  });

  it('sets a cookie that scripts and other sites do not get, and never shows the token', async () => {
    const answer = await desk.post('/quan-tri/dang-nhap', { token: ` ${desk.app.token} ` });
    expect(answer.cookies).toEqual([
      expect.stringMatching(/^phien=[\w-]{43}; Path=\/quan-tri; Max-Age=43200; HttpOnly; SameSite=Strict$/),
    ]);
    expect(JSON.stringify(answer)).not.toContain(desk.app.token);
  });

  it('refuses a wrong token, and a form from another site', async () => {
    const wrong = await desk.post('/quan-tri/dang-nhap', { token: 'sai' });
    expect(wrong).toMatchObject({ status: 401, cookies: [] });
    expect(wrong.html).toContain('Mã quản trị không đúng');
    expect(wrong.html).not.toContain('sai"');
    const token = desk.app.token;
    const strange = await desk.post('/quan-tri/dang-nhap', { token }, { 'sec-fetch-site': 'cross-site' });
    expect(strange).toMatchObject({ status: 403, cookies: [] });
  });

  it('ends with signing out', async () => {
    const opened = await desk.post('/quan-tri/dang-nhap', { token: desk.app.token });
    const cookie = opened.cookies[0]?.split(';', 1)[0] ?? '';
    const page = await desk.get('/quan-tri/nhap-du-lieu', { cookie });
    const field = /name="ma-bieu-mau" value="([^"]*)"/.exec(page.html)?.[1] ?? '';
    expect((await desk.post('/quan-tri/dang-xuat', {}, { cookie })).status).toBe(403);
    const out = await desk.post('/quan-tri/dang-xuat', { 'ma-bieu-mau': field }, { cookie });
    expect(out.cookies[0]).toMatch(/^phien=; Path=\/quan-tri; Max-Age=0/);
    expect((await desk.get('/quan-tri/nhap-du-lieu', { cookie })).status).toBe(303);
  });

  it('gives no rights to pages and API elsewhere', async () => {
    expect((await desk.get('/api/v1/changesets')).status).toBe(401);
  });
});

describe('the wizard', () => {
  it('leads from the file to the result and back again, in forms alone', async () => {
    const { base, page: file } = await uploaded();
    sound(file);
    expect(file.html).toContain('bảng kiểm kê.csv');
    const key = await followed(await desk.submit(file, `${base}/tep`, { loai: 'artefact' }));
    sound(key);
    expect(key.html).toContain('2 hồ sơ mới');
    const columns = await followed(await desk.submit(key, `${base}/khoa`, { cot: 'id', 'o-trong': 'keep' }));
    sound(columns);
    expect(columns.html).toContain('value="Tên gọi – tiếng Việt"');
    const layout = { 'cot-0': 'id', 'cot-1': 'name[vi]', 'cot-2': 'Chất liệu', 'cot-3': '', luu: 'Sổ cũ' };
    const running = await followed(await desk.submit(columns, `${base}/cot`, layout));
    sound(running);
    expect(running.html).toContain('<noscript><meta http-equiv="refresh" content="3"');
    expect(JSON.parse((await desk.get(`${base}/tien-trinh`)).html)).toEqual({ progress: 0, next: null });
    await desk.work();
    expect(JSON.parse((await desk.get(`${base}/tien-trinh`)).html)).toMatchObject({
      next: `${base}/chay-thu`,
    });

    const checked = await desk.get(`${base}/chay-thu`);
    sound(checked);
    expect(checked.html).not.toContain('http-equiv="refresh"');
    expect(checked.html).toContain('đồng lạ');
    const bad = await desk.get(`${base}/chay-thu?loc=rejected`);
    expect(bad.html.match(/<tr>/g)).toHaveLength(2);
    const errors = await desk.get(`${base}/dong-loi.csv`);
    expect(errors.html).toMatch(/^\ufeffid,.*,Lỗi,Gợi ý\r?\nB1,/);
    expect(errors.html.trim().split('\n')).toHaveLength(2);
    const book = await desk.get(`${base}/dong-loi.xlsx`);
    expect([book.status, book.html.slice(0, 2)]).toEqual([200, 'PK']);
    expect((await desk.get(`${base}/bao-cao.csv`)).html.trim().split(/\r?\n/)).toHaveLength(3);

    const terms = await desk.get(`${base}/thuat-ngu`);
    sound(terms);
    const wrong = await desk.submit(terms, `${base}/thuat-ngu`, { 'tu-0': 'không có thật' });
    expect(wrong).toMatchObject({ status: 422 });
    expect(wrong.html).toContain('value="không có thật"');
    await followed(await desk.submit(terms, `${base}/thuat-ngu`, { 'tu-0': 'bronze' }));
    await desk.work();

    const approval = await desk.get(`${base}/ghi`);
    sound(approval);
    sound(await followed(await desk.submit(approval, `${base}/ghi`, { 'ly-do': 'thử' })));
    await desk.work();
    const result = await desk.get(`${base}/ket-qua`);
    sound(result);
    expect(result.html).toContain('Đã tạo 2 hồ sơ');
    expect((await desk.submit(result, `${base}/hoan-tac`, { 'ly-do': '' })).status).toBe(422);
    await followed(await desk.submit(result, `${base}/hoan-tac`, { 'ly-do': 'nhầm', 'xac-nhan': '1' }));
    await desk.work();
    expect((await desk.get(`${base}/ket-qua`)).html).toContain('đã được hoàn tác');
    sound(await desk.get('/quan-tri/nhap-du-lieu'));
  });

  it('uses the mapping that was saved for such a sheet', async () => {
    const { base } = await uploaded(SHEET.replace('B1', 'B9'));
    expect((await desk.get(`${base}/cot`)).html).toContain('Đang dùng ánh xạ “Sổ cũ”');
  });

  it('speaks English as completely', async () => {
    const { base } = await uploaded();
    for (const page of ['tep', 'khoa', 'cot']) {
      const english = await desk.get(`${base}/${page}?lang=en`);
      sound(english, 'en');
      expect(english.cookies[0]).toMatch(/^ngon-ngu=en; Path=\/quan-tri;/);
      expect(english.html).toContain('?lang=vi');
    }
    expect((await desk.get('/quan-tri/nhap-du-lieu/moi?lang=en')).html).toContain('Upload the file');
  });
});

describe('new records', () => {
  const LAID_OUT = { 'cot-0': 'id', 'cot-1': 'name[vi]', 'cot-2': '' };

  async function checked(sheet: string, state: string) {
    const { base } = await uploaded(sheet);
    const columns = await desk.get(`${base}/cot`);
    await followed(await desk.submit(columns, `${base}/cot`, { ...LAID_OUT, 'ho-so-moi': state }));
    await desk.work();
    return { base, page: await desk.get(`${base}/chay-thu`) };
  }

  it('that lack what a published record must have are told of field by field, with the ways on', async () => {
    const { base, page } = await checked('id;Tên\nP1;Mâm đồng\n', 'published');
    sound(page);
    expect(page.html).toContain('thiếu ở 1 dòng');
    const columns = await desk.get(`${base}/cot`);
    sound(columns);
    expect(columns.html).toMatch(/value="published" checked/);
    expect(columns.html).toContain('value="Giấy phép dữ liệu"');
    // An offered value need not be given.
    const offered = { ...LAID_OUT, 'ho-so-moi': 'published', 'chung-0': 'Chất liệu', 'gia-tri-0': '' };
    expect((await desk.submit(columns, `${base}/cot`, offered)).status).toBe(303);
    await desk.work();
    const again = await desk.get(`${base}/chay-thu`);
    await followed(await desk.submit(again, `${base}/luu-nhap`));
    await desk.work();
    const approval = await desk.get(`${base}/ghi`);
    expect(approval.html).toContain('1 hồ sơ mới được lưu nháp');
  });

  it('that were saved as drafts are published from the result, where they are ready', async () => {
    const { base } = await checked('id;Tên\nQ1;Mâm thau\n', 'draft');
    await followed(await desk.submit(await desk.get(`${base}/ghi`), `${base}/ghi`, { 'ly-do': '' }));
    await desk.work();
    const result = await desk.get(`${base}/ket-qua`);
    sound(result);
    expect(result.html).toContain('1 hồ sơ mới là bản nháp');
    const running = await followed(await desk.submit(result, `${base}/cong-bo`, { 'ly-do': 'duyệt' }));
    sound(running);
    expect(running.html).toContain('Đang kiểm tra và công bố');
    await desk.work();
    const refused = await desk.get(`${base}/ket-qua?lang=en`);
    sound(refused, 'en');
    expect(refused.html).toContain('1 of 1 drafts lack');
    expect(refused.html).toContain('still to be given: Object type; ');
    await desk.get(`${base}/ket-qua?lang=vi`);
  });
});

describe('a form that comes too late or from elsewhere', () => {
  it('changes nothing, and its sender sees how the import stands', async () => {
    const { base } = await uploaded();
    const page = await desk.get(`${base}/khoa`);
    const first = await desk.submit(page, `${base}/khoa`, { cot: 'id' });
    expect(first.location).toBe(`${base}/cot`);
    const second = await desk.submit(page, `${base}/khoa`, { cot: '' });
    expect(second.location).toBe(`${base}?bao=cu`);
    expect((await followed(second)).html).toContain('ở một cửa sổ khác');
  });

  it('is refused without the token of the session', async () => {
    const { base } = await uploaded();
    expect((await desk.post(`${base}/chay-thu`, { 'lan-sua': '1' })).status).toBe(403);
    const form = { status: 200, location: '', html: '', cookies: [], headers: {} };
    expect((await desk.upload(form, { name: 'a.csv', text: SHEET }, { loai: 'artefact' })).status).toBe(403);
  });

  it('for an import that is not there is answered so', async () => {
    for (const id of ['999999', '0', 'x', '1e3'])
      expect((await desk.get(`/quan-tri/nhap-du-lieu/${id}/tep`)).status).toBe(404);
  });
});

describe('a file that cannot be taken', () => {
  it.each([
    ['a.xls', 'x', 422, 'lưu lại thành .xlsx'],
    ['a.csv', '', 422, 'không có nội dung'],
    ['a.csv', `id\n${'x'.repeat(1_000_001)}`, 413, 'lớn hơn 1 MB'],
    ['a.csv', 'a,a\n1,2\n', 422, 'Chưa thực hiện được'],
    ['', 'a', 422, 'Chưa chọn tệp'],
  ])('is refused with what to do: %s', async (name, text, status, words) => {
    const form = await desk.get('/quan-tri/nhap-du-lieu/moi');
    const answer = await desk.upload(form, { name, text }, { loai: 'artefact' });
    expect(answer.status).toBe(status);
    expect(answer.html).toContain(words);
    expect(answer.html).toContain('<title>Lỗi: ');
  });

  it('because a field or a common value does not exist is named, and what was typed stays', async () => {
    const { base } = await uploaded();
    const page = await desk.get(`${base}/cot`);
    const typed = { 'cot-0': 'id', 'cot-1': 'Trường lạ', 'chung-0': 'Chất liệu', 'gia-tri-0': '' };
    const answer = await desk.submit(page, `${base}/cot`, typed);
    expect(answer.status).toBe(422);
    expect(answer.html).toContain('không có trường “Trường lạ”');
    expect(answer.html).toContain('Giá trị chung của “Chất liệu” còn trống');
    expect(answer.html).toContain('value="Trường lạ"');
  });
});

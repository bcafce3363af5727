import { afterAll, describe, expect, it } from 'vitest';
import { aDeskSession } from '#tests/support/desk.ts';
import { testDatabase } from '#tests/support/postgres.ts';

const database = await testDatabase();
const desk = await aDeskSession(database);
const { app } = desk;
afterAll(async () => {
  await desk.close();
  await database.close();
});

interface Import {
  id: number;
  revision: number;
  state: string;
  checked: { digest: string; counts: Record<string, number> } | null;
}

async function send(text: string, name = 'a.csv', kind = 'artefact') {
  return await app.send({
    method: 'POST',
    url: `/api/v1/imports?name=${encodeURIComponent(name)}&kind=${kind}`,
    payload: Buffer.from(text),
    headers: { authorization: `Bearer ${app.token}`, 'content-type': 'application/octet-stream' },
  });
}

const codes = (answer: { body: unknown }) =>
  (answer.body as { issues: { code: string }[] }).issues.map(({ code }) => code);
const read = async (id: number) => (await app.readAsStaff(`/imports/${id}`)).body as Import;

describe('imports for programs', () => {
  it('go from the file to the undo', async () => {
    const sent = await send('id,name[vi],ownership\nA1,Một,\nA2,Hai,rồng\n', 'bảng kê.csv');
    expect(sent).toMatchObject({ status: 201, body: { fileName: 'bảng kê.csv', state: 'uploaded' } });
    const { id, revision } = sent.body as Import;
    expect(sent.headers.location).toBe(`/api/v1/imports/${id}`);
    const checking = await app.write('POST', `/imports/${id}/check`, { revision });
    expect(checking).toMatchObject({ status: 202, body: { state: 'checking', revision: revision + 1 } });
    expect(codes(await app.write('POST', `/imports/${id}/check`, { revision }))).toEqual(['stale']);
    await desk.work();

    const checked = await read(id);
    expect(checked).toMatchObject({ state: 'checked', checked: { counts: { created: 1, rejected: 1 } } });
    const rows = await app.readAsStaff(`/imports/${id}/rows?outcome=rejected&limit=1`);
    expect(rows.body).toMatchObject({ items: [{ line: 3, cells: ['A2', 'Hai', 'rồng'] }] });
    const first = (await app.readAsStaff(`/imports/${id}/rows?limit=1`)).body as { next: string };
    expect((await app.readAsStaff(`/imports/${id}/rows?limit=1&after=${first.next}`)).body).toMatchObject({
      items: [{ line: 3 }],
    });

    const approval = { revision: checked.revision, digest: checked.checked?.digest };
    expect(codes(await app.write('POST', `/imports/${id}/commit`, approval))).toEqual(['has-rejected']);
    const skipping = { ...approval, skipRejected: true };
    expect((await app.write('POST', `/imports/${id}/commit`, skipping)).status).toBe(202);
    await desk.work();
    const committed = await read(id);
    expect(committed.state).toBe('committed');
    const asked = await app.write('POST', `/imports/${id}/publish`, { revision: committed.revision });
    expect(asked).toMatchObject({ status: 202, body: { state: 'publishing' } });
    await desk.work();
    const unready = await read(id);
    expect(unready).toMatchObject({ state: 'committed', publications: [], refusal: [{}, {}] });
    const back = { revision: unready.revision, reason: 'không có gì' };
    expect((await app.write('POST', `/imports/${id}/unpublish`, back)).status).toBe(202);
    await desk.work();
    const undo = { revision: (await read(id)).revision, reason: 'nhầm' };
    expect((await app.write('POST', `/imports/${id}/undo`, undo)).status).toBe(202);
    await desk.work();
    expect((await read(id)).state).toBe('undone');
    expect((await app.readAsStaff('/imports?limit=1')).body).toMatchObject({ items: [{ id }] });
  });

  it('take a mapping, and say where it is wrong', async () => {
    const { id, revision } = (await send('Số,Tên riêng\nM1,Mõ\n')).body as Import;
    const wrong = { revision, mapping: { columns: { Số: 'không có' } } };
    expect(codes(await app.write('POST', `/imports/${id}/check`, wrong))).toContain('unknown-key');
    const unknown = await app.write('POST', `/imports/${id}/check`, { revision, mapping: { other: 1 } });
    expect(unknown.status).toBe(400);
    const mapping = { columns: { Số: 'id', 'Tên riêng': 'name[vi]' } };
    const right = await app.write('POST', `/imports/${id}/check`, { revision, mapping, saveAs: 'API' });
    expect(right.status).toBe(202);
    await desk.work();
    expect(await read(id)).toMatchObject({ checked: { counts: { created: 1 } } });
    const given = await app.write('POST', `/imports/${id}/discard`, { revision: (await read(id)).revision });
    expect(given).toMatchObject({ status: 202, body: { state: 'discarded' } });
  });

  it.each([
    ['', 'a.csv', 'artefact', 'empty'],
    ['a,b\n', 'a.pdf', 'artefact', 'unknown-format'],
    ['a,b\n', 'a.csv', 'dragon', 'unknown-kind'],
    ['a,a\n1,2\n', 'a.csv', 'artefact', 'unreadable'],
  ])('refuse %j as %s of %s', async (text, name, kind, code) => {
    expect(codes(await send(text, name, kind))).toEqual([code]);
  });

  it('are for staff, and for imports that are there', async () => {
    for (const address of ['/imports', '/imports/1', '/imports/1/rows'])
      expect((await app.read(address)).status).toBe(401);
    for (const address of ['/imports/99999', '/imports/99999/rows'])
      expect((await app.readAsStaff(address)).status).toBe(404);
    expect((await app.readAsStaff('/imports?after=x')).status).toBe(400);
    const undo = { revision: 1, reason: 'x' };
    expect((await app.write('POST', '/imports/99999/undo', undo)).status).toBe(409);
  });
});

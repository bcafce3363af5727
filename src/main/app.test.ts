import { afterAll, describe, expect, it } from 'vitest';
import { testApp } from '#tests/support/app.ts';
import { testDatabase } from '#tests/support/postgres.ts';

const { db, close } = await testDatabase();
const app = await testApp(db);
afterAll(async () => {
  await app.close();
  await close();
});

describe('the application', () => {
  it('starts', async () => {
    expect((await app.read('/standards')).status).toBe(200);
    expect((await app.read('/openapi.json')).status).toBe(200);
    const docs = await app.read('/docs?lang=en');
    expect(docs.text).toContain('API reference');
  });
});

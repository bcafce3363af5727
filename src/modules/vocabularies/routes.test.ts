import { afterAll, describe, expect, it } from 'vitest';
import { testApp } from '#tests/support/app.ts';
import { testDatabase } from '#tests/support/postgres.ts';

const { db, close } = await testDatabase();
const app = await testApp(db, { config: { publicUrl: 'https://disan.example' } });
afterAll(async () => {
  await app.close();
  await close();
});

describe('vocabularies', () => {
  it('are listed and read whole', async () => {
    const { items } = (await app.read('/vocabularies')).body as { items: { id: string; concepts: number }[] };
    expect(items.find((item) => item.id === 'ethnic-groups')?.concepts).toBeGreaterThanOrEqual(54);
    for (const { id, concepts } of items) {
      const { body } = await app.read(`/vocabularies/${id}`);
      expect((body as { concepts: unknown[] }).concepts).toHaveLength(concepts);
    }
    expect((await app.read('/vocabularies/none')).status).toBe(404);
  });

  it('show a concept in its place', async () => {
    const { body } = await app.read('/vocabularies/materials/concepts/bronze');
    expect(body).toMatchObject({ concept: { id: 'bronze', prefLabel: { en: 'bronze' } } });
    const { path } = body as { path: { id: string }[] };
    expect(path.at(-1)?.id).toBe('bronze');
    const top = (await app.read(`/vocabularies/materials/concepts/${path[0]?.id}`)).body as {
      narrower: unknown[];
    };
    expect(top.narrower.length).toBeGreaterThan(0);
    expect((await app.read('/vocabularies/materials/concepts/cheese')).status).toBe(404);
    expect((await app.read('/vocabularies/none/concepts/bronze')).status).toBe(404);
  });

  it('find a concept by what people call it', async () => {
    const resolve = async (label: string) =>
      (await app.read(`/vocabularies/materials/resolve?label=${encodeURIComponent(label)}`)).body;
    expect(await resolve('Bronze')).toMatchObject({ match: 'exact', concepts: [{ id: 'bronze' }] });
    expect(await resolve('phô mai')).toEqual({ match: 'none', concepts: [] });
    expect((await app.read('/vocabularies/materials/resolve')).body).toMatchObject({
      status: 400,
      issues: [{ pointer: '/query/label', code: 'required' }],
    });
    expect((await app.read('/vocabularies/none/resolve?label=x')).status).toBe(404);
  });

  it('are SKOS under the public address', async () => {
    const jsonLd = await app.read('/vocabularies/materials/skos.jsonld');
    expect(jsonLd.headers['content-type']).toBe('application/ld+json; charset=utf-8');
    expect(JSON.parse(jsonLd.text)['@graph'][0]['@id']).toBe('https://disan.example/vocabulary/materials');
    const turtle = await app.read('/vocabularies/materials/skos.ttl');
    expect(turtle.headers['content-type']).toBe('text/turtle; charset=utf-8');
    expect(turtle.text).toContain('<https://disan.example/vocabulary/materials/bronze> a skos:Concept');
    expect((await app.read('/vocabularies/none/skos.ttl')).status).toBe(404);
    expect((await app.read('/vocabularies/materials/skos.rdf')).status).toBe(400);
  });
});

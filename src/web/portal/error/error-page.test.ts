import { describe, expect, it } from 'vitest';
import { answerRefusal, type Refusal } from '#platform/http/index.ts';
import { expectSoundPage, links, texts } from '../html.fixture.ts';
import type { Portal } from '../portal.ts';
import { errorPage } from './error-page.tsx';

const assets = { 'portal.css': 'portal.css', 'core.js': 'core.js' };
const page = errorPage({ operator: null, version: '0.1.0', assets } as unknown as Portal);
const REFERENCE = '7b0c0f6e-0000-4000-8000-000000000000';

const render = (refusal: Refusal, lang: 'vi' | 'en' = 'vi') =>
  page(answerRefusal(refusal, lang), lang, REFERENCE);

const REFUSALS: [number, Refusal, string, string][] = [
  [
    400,
    {
      kind: 'invalid',
      issues: [{ pointer: '/q', code: 'x', message: { vi: 'Sai ở đây.', en: 'Wrong here.' } }],
    },
    'Địa chỉ có chỗ chưa đúng',
    'Something in the address is wrong',
  ],
  [403, { kind: 'forbidden' }, 'Không được xem trang này', 'This page is not open to you'],
  [404, { kind: 'not-found' }, 'Không tìm thấy trang', 'Page not found'],
  [
    410,
    { kind: 'gone', since: '2027-01-31T20:00:00.000Z', reason: 'Trùng với <hồ sơ> khác' },
    'Hồ sơ đã được rút',
    'This record was withdrawn',
  ],
  [429, { kind: 'too-many', retryAfterSeconds: 30 }, 'Quá nhiều yêu cầu', 'Too many requests'],
  [500, { kind: 'failed' }, 'Hệ thống gặp lỗi', 'The system failed'],
  [503, { kind: 'busy', retryAfterSeconds: 5 }, 'Hệ thống đang bận', 'The system is busy'],
];

describe.each(REFUSALS)('%i', (status, refusal, vi, en) => {
  it.each([
    ['vi', vi],
    ['en', en],
  ] as const)('is a sound page in %s that says what happened', (lang, title) => {
    const html = render(refusal, lang);
    expectSoundPage(html, lang);
    expect(texts(html, 'h1')).toEqual([title]);
    expect(html).toContain(String(status));
    expect(html).toContain(REFERENCE);
  });

  it('offers a search and ways on', () => {
    const html = render(refusal);
    expect(html).toMatch(/<form class="filter" action="\/vi\/tim-kiem" method="get">/);
    expect(links(html)).toEqual(expect.arrayContaining(['/vi', '/vi/quyet-dinh', '/vi/so-do']));
  });

  it('claims no address of its own and is not indexed', () => {
    const html = render(refusal);
    expect(html).not.toMatch(/rel="canonical"|hreflang="x-default"/);
    expect(html).toContain('<meta name="robots" content="noindex, follow"/>');
  });
});

describe('details', () => {
  it('names every problem of an address', () => {
    const issues = ['Một', 'Hai'].map((vi) => ({ pointer: '', code: 'x', message: { vi, en: vi } }));
    expect(texts(render({ kind: 'invalid', issues }), 'li')).toEqual(expect.arrayContaining(['Một', 'Hai']));
  });

  it('tells of a withdrawn record since when, in Vietnam, and why', () => {
    const html = render({
      kind: 'gone',
      since: '2027-01-31T20:00:00.000Z',
      reason: 'Trùng với <hồ sơ> khác',
    });
    expect(texts(html, 'dd')).toEqual(['1/2/2027', 'Trùng với <hồ sơ> khác']);
    expect(html).not.toContain('<hồ sơ>');
  });

  it('says nothing of a reason nobody gave', () => {
    expect(texts(render({ kind: 'gone', since: '', reason: null }), 'dd')).toEqual([]);
  });

  it('has the words of the problem document for every other refusal', () => {
    const html = render({ kind: 'conflict', issues: [] }, 'en');
    expectSoundPage(html, 'en');
    expect(texts(html, 'h1')[0]).toBe(answerRefusal({ kind: 'conflict', issues: [] }, 'en').problem.title);
  });

  it('leaves out when the data were changed: the database is not asked', () => {
    expect(render({ kind: 'failed' })).toContain('<p class="meta">Phiên bản 0.1.0</p>');
  });
});

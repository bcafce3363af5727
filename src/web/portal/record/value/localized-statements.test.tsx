import { describe, expect, it } from 'vitest';
import type { Statement } from '#modules/standards/index.ts';
import { aField, aFrame, EMPTY, html } from '../frame.fixture.ts';
import { byLanguage, LocalizedStatements, languageName } from './localized-statements.tsx';

const vi: Statement = { id: 'a', value: 'Tiếng Việt', lang: 'vi' };
const en: Statement = { id: 'b', value: 'English', lang: 'en' };
const km: Statement = { id: 'c', value: 'ខ្មែរ', lang: 'km' };
const untagged: Statement = { id: 'd', value: 'Không ghi ngôn ngữ' };
const absent: Statement = { id: 'e', absent: 'not-found' };

describe('byLanguage', () => {
  it.each([
    ['the reader’s language', [vi, en], 'en', ['b'], false, ['vi']],
    ['Vietnamese where the reader’s is missing', [km, vi], 'en', ['a'], true, ['km']],
    ['whatever there is where both are missing', [km], 'vi', ['c'], true, []],
    ['a text without a tag as Vietnamese', [untagged, en], 'vi', ['d'], false, ['en']],
    ['an absence to everybody', [absent], 'en', ['e'], false, []],
    ['nothing of nothing', [], 'vi', [], false, []],
  ] as const)('shows %s', (_case, list, lang, shown, foreign, others) => {
    const found = byLanguage(list, lang);
    expect(found.shown.map(({ id }) => id)).toEqual(shown);
    expect(found.foreign).toBe(foreign);
    expect(found.others.map((group) => group.lang)).toEqual(others);
  });

  it('keeps every valued statement exactly once', () => {
    const { shown, others } = byLanguage([vi, en, km, untagged, absent], 'en');
    const ids = [...shown, ...others.flatMap(({ list }) => list)].map(({ id }) => id);
    expect(ids.toSorted()).toEqual(['a', 'b', 'c', 'd']);
  });
});

describe('LocalizedStatements', () => {
  const show = (list: Statement[], lang: 'vi' | 'en') =>
    html(
      <LocalizedStatements list={list} field={aField('localizedText')} frame={aFrame(lang)} body={EMPTY} />,
    );

  it('folds the other languages below the reader’s', () => {
    expect(show([vi, en], 'vi')).toMatchInlineSnapshot(`
      "<div class="prose" lang="vi">
      <p lang="vi">Tiếng Việt</p>
      </div>
      <details class="other-language">
      <summary>Bản tiếng Anh</summary>
      <div class="prose" lang="en">
      <p lang="en">English</p>
      </div>
      </details>"
    `);
  });

  it('says that a text is not yet translated', () => {
    expect(show([vi], 'en')).toMatchInlineSnapshot(`
      "<p class="meta not-translated">Not yet translated.</p>
      <div class="prose" lang="vi">
      <p lang="vi">Tiếng Việt</p>
      </div>"
    `);
  });
});

it('names languages in the reader’s language, unknown ones by their tag', () => {
  expect(languageName('km', 'vi')).toBe('Tiếng Khmer');
  expect(languageName('km', 'en')).toBe('Khmer');
  expect(languageName('xx', 'en')).toBe('xx');
});

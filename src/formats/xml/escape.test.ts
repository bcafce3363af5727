import fc from 'fast-check';
import { SaxesParser } from 'saxes';
import { describe, expect, it } from 'vitest';
import { escapeXml } from './index.ts';

/** What a strict parser reads of an element and of an attribute with this text. */
function read(escaped: string): { text: string; attribute: string } {
  const found = { text: '', attribute: '' };
  const parser = new SaxesParser();
  parser.on('error', (error) => {
    throw error;
  });
  parser.on('text', (text) => {
    found.text += text;
  });
  parser.on('opentag', ({ attributes }) => {
    found.attribute = String(attributes.a);
  });
  parser.write(`<x a="${escaped}">${escaped}</x>`).close();
  return found;
}

describe('escapeXml', () => {
  it('leaves Vietnamese and Hán-Nôm letters alone', () => {
    expect(escapeXml('Trống đồng Ngọc Lũ · 𡨸喃')).toBe('Trống đồng Ngọc Lũ · 𡨸喃');
  });

  it.each([
    ['a < b & c > d', 'a &lt; b &amp; c &gt; d'],
    [`"x" 'y'`, '&quot;x&quot; &apos;y&apos;'],
    ['a\u0000b\u001Fc\uFFFEd', 'a\uFFFDb\uFFFDc\uFFFDd'],
    ['\uD800 alone', '\uFFFD alone'],
  ])('%j', (text, escaped) => expect(escapeXml(text)).toBe(escaped));

  it('gives text that a parser reads back', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), (text) => {
        const held = text.replace(/[^\t\n\r\u0020-\uD7FF\uE000-\uFFFD\u{10000}-\u{10FFFF}]/gu, '\uFFFD');
        const { text: content, attribute } = read(escapeXml(text));
        // XML reads every end of line as LF (§2.11), and white space of an attribute as spaces (§3.3.3).
        expect(content).toBe(held.replace(/\r\n?/g, '\n'));
        expect(attribute).toBe(held.replace(/\r\n?/g, '\n').replace(/[\t\n]/g, ' '));
      }),
    );
  });
});

import { renderToString } from 'preact-render-to-string';
import { expect, it } from 'vitest';
import { QrCode } from './qr-code.tsx';

it('draws an address as dark modules on a light ground, named for screen readers', () => {
  const svg = renderToString(<QrCode text="https://disan.example/id/d12xph99x" label="Mã QR" />);
  expect(svg).toMatch(/^<svg class="qr" viewBox="0 0 (\d+) \1" role="img" aria-label="Mã QR">/);
  expect(svg).toMatch(/<path class="qr-dark" d="M[^"]+"/);
});

it('leaves out what no phone could read from a label', () => {
  expect(renderToString(<QrCode text={'x'.repeat(300)} label="" />)).toBe('');
});

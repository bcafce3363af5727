import { describe, expect, it } from 'vitest';
import { fontEncoding } from './index.ts';

describe('fontEncoding', () => {
  it.each([
    ['.VnTime', 'TCVN3'],
    ['.VnArial Narrow', 'TCVN3'],
    ['.VnGothic', 'TCVN3'],
    ['.VnTimeH', 'TCVN3-H'],
    ['.VnArial NarrowH', 'TCVN3-H'],
    [' .VnTime ', 'TCVN3'],
    ['VnTime', 'TCVN3'],
    ['VNI-Times', 'VNI'],
    ['VNI-Helve-Condense', 'VNI'],
    ['VI Times New Roman', 'VISCII'],
    ['Times New Roman', null],
    ['Arial', null],
    ['Vivaldi', null],
    ['', null],
  ])('%j stands for %s', (name, encoding) => {
    expect(fontEncoding(name)).toBe(encoding);
  });
});

import { expect, test } from 'vitest';
import { MESSAGES } from './messages.ts';
import type { LocalizedLabel } from './schema.ts';

const label = { vi: 'Tên gọi', en: 'Name' };
const parameters = {
  ...{
    given: 'x@1',
    field: 'x',
    standard: 'monument@1.0',
    property: 'x',
    id: 'x',
    code: 'X',
    list: 'unit@1',
  },
  ...{ kind: 'agent', text: 'x', day: '31/2', min: '1', max: undefined, limit: 3, example: undefined },
  ...{
    label,
    other: label,
    expected: label,
    hint: label,
    stage: label,
    calendar: label,
    allowed: ['a', 'b'],
  },
};
/** These pass on a message made elsewhere. */
const passedOn = ['broken-declaration', 'broken-geometry', 'outside-vietnam', 'axes-swapped'];

test.each(Object.keys(MESSAGES).filter((code) => !passedOn.includes(code)))('%s', (code) => {
  const message = MESSAGES[code as keyof typeof MESSAGES] as (p: object) => LocalizedLabel;
  const { vi, en } = message({ ...parameters, message: undefined });
  expect(vi).toMatch(/^[\p{Lu}“].*\.$/su);
  expect(en).toMatch(/^[\p{Lu}“].*\.$/su);
  expect(vi).toMatch(/[ăâđêôơưàảãáạằẳẵắặầẩẫấậèẻẽéẹềểễếệìỉĩíịòỏõóọồổỗốộờởỡớợùủũúụừửữứựỳỷỹýỵ]/i);
  expect(`${vi}${en}`).not.toMatch(/undefined|\[object/);
});

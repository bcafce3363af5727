import { HOI, HUYEN, NANG, NGA, SAC, type ToneMark } from './letters.ts';
import {
  append,
  finish,
  type KeyEffect,
  pressBreve,
  pressCircumflex,
  pressHorn,
  pressStroke,
  pressTone,
  type Typing,
} from './typing.ts';

/** One tone digit only, and no 0: "thang12" and "thang10" are months, not somebody who changed the tone. */
function firstTone(tone: ToneMark): KeyEffect {
  const press = pressTone(tone);
  return (typing) => (typing.tone === '' ? press(typing) : undefined);
}

const EFFECTS: Readonly<Record<string, KeyEffect>> = {
  '1': firstTone(SAC),
  '2': firstTone(HUYEN),
  '3': firstTone(HOI),
  '4': firstTone(NGA),
  '5': firstTone(NANG),
  '6': pressCircumflex('aeo'),
  '7': pressHorn,
  '8': pressBreve,
  '9': pressStroke,
};

/**
 * The Vietnamese syllable that these VNI keys type, in lower-case NFC ("d9o62ng" → "đồng"); null when they type none.
 * A digit that changes nothing ("a11", "b52") stays a digit, and then there is no syllable.
 */
export function decodeVni(token: string): string | null {
  const keys = token.toLowerCase();
  if (!/^(?=.*\d)[a-z][a-z\d]{1,11}$/.test(keys)) return null;
  let typing: Typing = { letters: [], tone: '' };
  for (const key of keys) typing = EFFECTS[key]?.(typing) ?? append(typing, key);
  return finish(typing, keys);
}

import { TCVN_VN1, TCVN_VN3, translate } from './code-tables.ts';
import { plausibility } from './plausibility.ts';

// Bytes that are letters in VN1 only (neither ASCII nor the upper half), where they touch another letter: standing
// alone they are dashes and the like.
const VN1_BYTE = '[^\\s -\\x7f\\xa0-\\uffff]';
const VN1_LETTER = new RegExp(`[A-Za-z\\xa1-\\xff]${VN1_BYTE}|${VN1_BYTE}[A-Za-z\\xa1-\\xff]`);

/** TCVN 5712 in either of its forms, which differ where VN3 has typographic punctuation and VN1 toned capitals. */
export function decodeTcvn3(byteString: string): string {
  const vn3 = translate(byteString, TCVN_VN3).normalize('NFC');
  if (!VN1_LETTER.test(byteString)) return restoreCapitals(vn3);
  const vn1 = translate(byteString, TCVN_VN1).normalize('NFC');
  const [asVn3, asVn1] = [plausibility(vn3), plausibility(vn1)];
  return asVn1.good - asVn1.bad > asVn3.good - asVn3.bad ? vn1 : restoreCapitals(vn3);
}

// Letters that VN3 has in one case only.
const CASELESS = 'àảãáạằẳẵắặầẩẫấậèẻẽéẹềểễếệìỉĩíịòỏõóọồổỗốộờởỡớợùủũúụừửữứựỳỷỹýỵ';
const ONLY_CAPITALS = new RegExp(`^[\\p{Lu}${CASELESS}]+$`, 'u');
const CAPITAL_AFTER_THE_FIRST = /^.\p{L}*\p{Lu}/u;

/**
 * VN3 has no toned capitals, so "TRỐNG ĐỒNG" typed in a plain ABC font comes out as "TRốNG ĐồNG". A word with a
 * capital after its first letter and no certain lower-case letter is made capital; so is every word of a line or
 * cell that consists of such words, since "Hà" alone could be either.
 */
function restoreCapitals(text: string): string {
  return text.replace(/[^\n\r\t,;|]+/g, (cell) => {
    const words = cell.match(/\p{L}+/gu) ?? [];
    if (!words.some(isShouted)) return cell;
    if (words.every((word) => ONLY_CAPITALS.test(word))) return cell.toUpperCase();
    return cell.replace(/\p{L}+/gu, (word) => (isShouted(word) ? word.toUpperCase() : word));
  });
}

function isShouted(word: string): boolean {
  return CAPITAL_AFTER_THE_FIRST.test(word) && ONLY_CAPITALS.test(word);
}

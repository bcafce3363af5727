import type { ErrorObject } from 'ajv/dist/2020.js';
import type { LocalizedText } from '#platform/i18n/index.ts';
import { pointerToken } from './pointer.ts';
import type { Issue } from './refusal.ts';

/** One JSON Schema violation as an issue: what is wrong, where, and what is accepted. */
export function describeSchemaError(error: ErrorObject): Issue {
  const missing =
    error.params.missingProperty ?? error.params.additionalProperty ?? error.params.unevaluatedProperty;
  const pointer =
    missing === undefined ? error.instancePath : `${error.instancePath}/${pointerToken(String(missing))}`;
  return { pointer, code: error.keyword, message: wording(error) };
}

function wording(error: ErrorObject): LocalizedText {
  const { params } = error;
  switch (error.keyword) {
    case 'required':
      return { vi: 'Thiếu mục bắt buộc này.', en: 'This required property is missing.' };
    case 'additionalProperties':
    case 'unevaluatedProperties':
      return {
        vi: 'Mục này không có trong quy định; bỏ đi hoặc kiểm tra chính tả.',
        en: 'This property is not known; remove it or check its spelling.',
      };
    case 'type':
      return {
        vi: `Giá trị phải thuộc kiểu ${params.type}.`,
        en: `The value must be of type ${params.type}.`,
      };
    case 'enum':
    case 'const':
      return accepted(params.allowedValues ?? [params.allowedValue]);
    case 'maxLength':
      return { vi: `Tối đa ${params.limit} ký tự.`, en: `At most ${params.limit} characters.` };
    case 'minLength':
      return { vi: `Ít nhất ${params.limit} ký tự.`, en: `At least ${params.limit} characters.` };
    case 'minimum':
    case 'maximum':
      return {
        vi: `Giá trị phải ${params.comparison} ${params.limit}.`,
        en: `The value must be ${params.comparison} ${params.limit}.`,
      };
    case 'pattern':
      return {
        vi: `Giá trị phải theo mẫu ${params.pattern}.`,
        en: `The value must match ${params.pattern}.`,
      };
    default:
      return {
        vi: `Giá trị không hợp lệ (${error.keyword}).`,
        en: `The value is not valid (${error.message ?? error.keyword}).`,
      };
  }
}

function accepted(values: unknown[]): LocalizedText {
  const list = values.slice(0, 40).join(', ');
  return { vi: `Giá trị được chấp nhận: ${list}.`, en: `Accepted values: ${list}.` };
}

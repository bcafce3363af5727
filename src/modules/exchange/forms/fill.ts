import { fillDocx } from '#formats/docx/index.ts';
import { writePdf } from '#formats/pdf/index.ts';
import type { OfficialForm } from '#modules/standards/index.ts';
import type { Lang } from '#platform/i18n/index.ts';
import { bindingsText } from './binding-text.ts';
import { type FormFiles, templatePath } from './files.ts';
import { type FormContent, formLayout } from './layout.ts';
import {
  type FormSource,
  type FormSubject,
  listSubject,
  readSubject,
  type SubjectOutcome,
  type SubjectRequest,
} from './subject.ts';
import { templateData } from './template.ts';
import { dayText } from './value-text.ts';
import { formWords } from './words.ts';

export const FORM_FORMATS = ['docx', 'pdf'] as const;
export type FormFormat = (typeof FORM_FORMATS)[number];

/** What forms are made with. */
export interface FormParts extends FormSource {
  files: FormFiles;
}

export interface FilledForm {
  filename: string;
  bytes: Uint8Array;
}

export type FormOutcome =
  | ({ kind: 'form' } & FilledForm)
  /** `file` under the folder of the standards; `problem` says what to mend there. */
  | { kind: 'broken-template'; file: string; problem: { vi: string; en: string } }
  | Exclude<SubjectOutcome, { kind: 'subject' }>;

export interface FormRequest extends SubjectRequest {
  format: FormFormat;
}

/** An official form filled with a record, as far as the reader may see it. */
export async function fillForm(
  parts: FormParts,
  request: FormRequest & { pid: string; now: Date },
): Promise<FormOutcome> {
  return await filled(parts, request, await readSubject(parts, request));
}

/** A form of many rows filled with the artefacts of a query. */
export async function fillList(
  parts: FormParts,
  request: FormRequest & { ids: readonly number[]; title: string },
): Promise<FormOutcome> {
  return await filled(parts, request, await listSubject(parts, request));
}

async function filled(
  { files }: FormParts,
  { form, lang, format }: FormRequest,
  outcome: SubjectOutcome,
): Promise<FormOutcome> {
  if (outcome.kind !== 'subject') return outcome;
  const { subject } = outcome;
  const filename = `${form.label[lang]} - ${subject.title}`
    // Signs that turn the direction of writing would hide the extension.
    .replace(/[/\\:*?"<>|\p{Cc}\u202a-\u202e\u2066-\u2069]+/gu, ' ')
    .slice(0, 120);
  const content = contentOf(subject);
  if (format === 'pdf') {
    const bytes = await writePdf(formLayout(form, lang, content), await files.fonts());
    return { kind: 'form', filename: `${filename.trim()}.pdf`, bytes };
  }
  return await docxOf(files, { form, lang, content, filename: `${filename.trim()}.docx` });
}

interface Docx {
  form: OfficialForm;
  lang: Lang;
  content: FormContent;
  filename: string;
}

async function docxOf(files: FormFiles, { form, lang, content, filename }: Docx): Promise<FormOutcome> {
  const file = templatePath(form.id, lang);
  const template = await files.template(form.id, lang);
  if (!template) return broken(file, { vi: 'không có tệp này', en: 'there is no such file' });
  const outcome = await fillDocx(template, templateData(form, content));
  switch (outcome.kind) {
    case 'filled':
      return { kind: 'form', filename, bytes: outcome.bytes };
    case 'unknown-tags': {
      const tags = outcome.tags.map((tag) => `{${tag}}`).join(', ');
      return broken(file, {
        vi: `biểu mẫu không có thẻ ${tags}; hãy sửa tên thẻ hoặc bỏ thẻ đi`,
        en: `the form has no tag ${tags}; correct its name or take it out`,
      });
    }
    case 'broken-template':
      return broken(file, {
        vi: `không đọc được: ${outcome.detail}; hãy mở bằng Word để sửa, hoặc lập lại bằng ./disan standards form-template ${form.id}`,
        en: `cannot be read: ${outcome.detail}; mend it in Word, or make it again with ./disan standards form-template ${form.id}`,
      });
  }
}

function broken(file: string, problem: { vi: string; en: string }): FormOutcome {
  return { kind: 'broken-template', file, problem };
}

function contentOf(subject: FormSubject): FormContent {
  const { record, rows, knowledge, title, date } = subject;
  return {
    title,
    date,
    line: ({ bindings }) => (record ? bindingsText(bindings, record, knowledge) : ''),
    rows: ({ rows: kind, columns, blankRows }) => {
      const filledRows = kind === 'artefacts' ? rows : [];
      if (filledRows.length === 0) return Array.from({ length: blankRows }, () => columns.map(() => ''));
      return filledRows.map((row) => columns.map(({ bindings }) => bindingsText(bindings, row, knowledge)));
    },
    recordLine: recordLine(subject),
  };
}

function recordLine({ record, rows, knowledge, date, version, confirmed }: FormSubject): string {
  const words = formWords[knowledge.lang];
  const state = confirmed ? words.confirmed : words.unconfirmed;
  const day = dayText(dayInVietnam(date), knowledge.lang);
  return record
    ? words.footerRecord(record.pid, version, day, state)
    : words.footerList(rows.length, day, state);
}

/** YYYY-MM-DD of an instant in Vietnam. */
function dayInVietnam(instant: string): string {
  return new Intl.DateTimeFormat('sv-SE', { timeZone: 'Asia/Ho_Chi_Minh' }).format(new Date(instant));
}

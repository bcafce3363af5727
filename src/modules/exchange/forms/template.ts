import { type FillData, writeDocx } from '#formats/docx/index.ts';
import type { OfficialForm } from '#modules/standards/index.ts';
import type { Lang } from '#platform/i18n/index.ts';
import { dottedLines, type FormContent, formLayout } from './layout.ts';

/** Tags that every form has beside those of its lines. */
const TITLE = 'recordTitle';
const RECORD = 'recordLine';

/** The template of a form as it is first made: each line's tag where its value will stand. Officials edit it in Word. */
export function formTemplate(form: OfficialForm, lang: Lang): Uint8Array {
  return writeDocx(
    formLayout(form, lang, {
      title: `{${TITLE}}`,
      line: ({ id }) => `{${id}}`,
      rows: ({ id, columns }) => {
        const tags = columns.map((column) => `{${column.id}}`);
        return [tags.map((tag, index) => rowEnds(id, { tag, index, last: tags.length - 1 }))];
      },
      recordLine: `{${RECORD}}`,
      // The same declaration always makes the same file.
      date: '2026-01-01T00:00:00Z',
    }),
  );
}

function rowEnds(id: string, { tag, index, last }: { tag: string; index: number; last: number }): string {
  return `${index === 0 ? `{#${id}}` : ''}${tag}${index === last ? `{/${id}}` : ''}`;
}

/** What the tags of a template stand for; lines without a value become dotted. */
export function templateData(form: OfficialForm, content: FormContent): FillData {
  const lines = form.sections.flatMap((section) => section.lines);
  const tables = form.sections.flatMap(({ table }) => (table ? [table] : []));
  return {
    [TITLE]: content.title,
    [RECORD]: content.recordLine,
    ...Object.fromEntries(lines.map((line) => [line.id, content.line(line) || dottedLines(line, form)])),
    ...Object.fromEntries(
      tables.map((table) => [
        table.id,
        content
          .rows(table)
          .map((cells) => Object.fromEntries(table.columns.map(({ id }, index) => [id, cells[index] ?? '']))),
      ]),
    ),
  };
}

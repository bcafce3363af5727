import { LABEL_SHARE, type PaperBlock, type PaperDocument, textWidth } from '#formats/paper/index.ts';
import type { FormLine, FormSection, FormTable, OfficialForm } from '#modules/standards/index.ts';
import type { Lang } from '#platform/i18n/index.ts';
import { formWords } from './words.ts';

/** What stands on a form where it is not printed the same for every record: values, or the tags of a template. */
export interface FormContent {
  title: string;
  line(line: FormLine): string;
  rows(table: FormTable): string[][];
  /** Which record in which version. */
  recordLine: string;
  /** ISO instant of that version. */
  date: string;
}

/** A form on paper; DOCX templates and PDF are laid out alike. */
export function formLayout(form: OfficialForm, lang: Lang, content: FormContent): PaperDocument {
  const words = formWords[lang];
  return {
    lang,
    title: `${form.label[lang]}: ${content.title}`,
    date: content.date,
    paper: form.paper,
    footer: [words.footerForm(form.label[lang], form.version, form.basis[lang]), content.recordLine],
    blocks: [
      { kind: 'letterhead', left: words.issuer, right: words.nation },
      { kind: 'title', text: form.label[lang].toLocaleUpperCase('vi'), under: [content.title] },
      ...form.sections.flatMap((section) => sectionBlocks(section, lang, content)),
      {
        kind: 'signatures',
        place: words.place,
        signers: form.signatures.map((role) => ({ role: role[lang], note: words.sign })),
      },
    ],
  };
}

function sectionBlocks(section: FormSection, lang: Lang, content: FormContent): PaperBlock[] {
  const { label, layout, table } = section;
  const entries = section.lines.map((line) => ({
    label: line.label?.[lang] ?? '',
    value: content.line(line),
    blankLines: line.blank,
  }));
  const lines: PaperBlock[] =
    layout === 'prose'
      ? entries.map((entry) => ({ kind: 'entry', ...entry }))
      : entries.length > 0
        ? [{ kind: 'grid', entries }]
        : [];
  return [
    ...(label ? [{ kind: 'heading' as const, text: label[lang] }] : []),
    ...lines,
    ...(table ? [tableBlock(table, lang, content)] : []),
  ];
}

function tableBlock(table: FormTable, lang: Lang, content: FormContent): PaperBlock {
  const columns = table.columns.map(({ label, width }) => ({ header: label[lang], width }));
  return { kind: 'table', columns, rows: content.rows(table) };
}

/** Points of a full stop in the font of the templates, 13 points high; a little less than the line holds. */
const DOT_WIDTH = 13 * 0.27;
const POINTS_PER_MM = 72 / 25.4;

/** Dotted lines as text, for templates: an empty line of the form, to be written on by hand. */
export function dottedLines(line: FormLine, form: OfficialForm): string {
  const isSheet = form.sections.some(({ layout, lines }) => layout === 'sheet' && lines.includes(line));
  const width = textWidth(form.paper) * POINTS_PER_MM * (isSheet ? 0.96 - LABEL_SHARE : 1);
  return Array(line.blank)
    .fill('.'.repeat(Math.floor(width / DOT_WIDTH)))
    .join('\n');
}

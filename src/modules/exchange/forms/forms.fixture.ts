import { inflateSync } from 'node:zlib';
import { ANONYMOUS, type Reader } from '#modules/access/index.ts';
import type { OfficialForm } from '#modules/standards/index.ts';
import type { Db } from '#platform/db/index.ts';
import { starterContext } from '#tests/support/starter.ts';
import { formFiles } from './files.ts';
import { type FilledForm, type FormFormat, type FormParts, fillForm } from './fill.ts';

export const NOW = new Date('2027-02-03T03:00:00Z');

export async function someForms(db: Db): Promise<FormParts> {
  const { registry, catalogue, vocabularies } = await starterContext(db);
  return { source: { db, rules: registry.rules }, catalogue, vocabularies, files: formFiles('standards') };
}

export function formNamed({ catalogue }: FormParts, id: string): OfficialForm {
  const form = catalogue.form(id);
  if (!form) throw new Error(`There is no form ${id}`);
  return form;
}

interface Wanted {
  form: string;
  pid: string;
  format: FormFormat;
  lang?: 'vi' | 'en';
  reader?: Reader;
}

export async function filledForm(parts: FormParts, wanted: Wanted): Promise<FilledForm> {
  const { form, pid, format, lang = 'vi', reader = ANONYMOUS } = wanted;
  const outcome = await fillForm(parts, {
    ...{ lang, reader, pid, format, now: NOW },
    form: formNamed(parts, form),
  });
  if (outcome.kind !== 'form') throw new Error(JSON.stringify(outcome));
  return outcome;
}

/** Texts of a DOCX, paragraph by paragraph, without those that are empty. */
export function docxTexts(bytes: Uint8Array): string[] {
  const paragraphs = partOf(bytes, 'word/document.xml').split('</w:p>');
  return paragraphs
    .map((xml) =>
      [...xml.matchAll(/<w:t[^>]*>([^<]*)<\/w:t>|(<w:br\/>)/g)]
        .map(([, text, br]) => text ?? (br && '\n'))
        .join(''),
    )
    .map((text) =>
      text.replaceAll('&lt;', '<').replaceAll('&gt;', '>').replaceAll('&quot;', '"').replaceAll('&amp;', '&'),
    )
    .filter((text) => text !== '');
}

/** One part of a package written without data descriptors, found by its local header (APPNOTE 4.3.7). */
export function partOf(bytes: Uint8Array, name: string): string {
  const zip = Buffer.from(bytes);
  const at = zip.indexOf(Buffer.from(name)) - 30;
  const start = at + 30 + zip.readUInt16LE(at + 26) + zip.readUInt16LE(at + 28);
  const packed = zip.subarray(start, start + zip.readUInt32LE(at + 18));
  return inflateSync(Buffer.concat([Buffer.from([0x78, 0x01]), packed]), {
    finishFlush: 2,
  }).toString('utf8');
}

/** How many pages a PDF has, by its page tree. */
export function pageCount(bytes: Uint8Array): number {
  const tree = /\/Type \/Pages\n\/Count (\d+)/.exec(Buffer.from(bytes).toString('latin1'));
  return Number(tree?.[1]);
}

import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { Fonts } from '#formats/pdf/index.ts';
import type { Lang } from '#platform/i18n/index.ts';

/** Templates and fonts under the folder of the standards. */
export interface FormFiles {
  /** Read each time: what an official has just saved is used at once. Undefined where there is none. */
  template(form: string, lang: Lang): Promise<Uint8Array | undefined>;
  fonts(): Promise<Fonts>;
}

/** `forms/<id>.<lang>.docx`, relative to the folder of the standards. */
export function templatePath(form: string, lang: Lang): string {
  return join('forms', `${form}.${lang}.docx`);
}

export function formFiles(dir: string): FormFiles {
  let fonts: Promise<Fonts> | undefined;
  return {
    template: (form, lang) => readFile(join(dir, templatePath(form, lang))).catch(absent),
    fonts: () => {
      fonts ??= readFonts(join(dir, 'forms', 'fonts'));
      return fonts;
    },
  };
}

function absent(error: NodeJS.ErrnoException): undefined {
  if (error.code !== 'ENOENT') throw error;
}

async function readFonts(dir: string): Promise<Fonts> {
  const [regular, bold] = await Promise.all(
    [400, 600].map((weight) => readFile(join(dir, `be-vietnam-pro-${weight}.ttf`))),
  );
  if (!regular || !bold) throw new Error('The fonts of the forms are missing');
  return { regular, bold };
}

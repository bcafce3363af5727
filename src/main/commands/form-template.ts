import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { formTemplate, templatePath } from '#modules/exchange/index.ts';
import { LANGUAGES } from '#platform/i18n/index.ts';
import type { ExitCode, Invocation } from '../command.ts';
import { loadKnowledge } from '../knowledge.ts';
import { STANDARDS } from '../paths.ts';

/** Makes the DOCX templates of a form from its declaration, in both languages, in place of those that are there. */
export async function makeFormTemplates({ terminal }: Invocation, id: string): Promise<ExitCode> {
  const knowledge = await loadKnowledge();
  if (knowledge.kind === 'refused') {
    for (const problem of knowledge.problems) terminal.say({ vi: problem, en: problem });
    return 1;
  }
  const { catalogue } = knowledge;
  const form = catalogue.form(id);
  if (!form) {
    const known = [...new Set(catalogue.inForce().flatMap(({ kind }) => catalogue.forms(kind)))];
    const ids = known.map((one) => one.id).join(', ');
    terminal.say({
      vi: `không có biểu mẫu “${id}”; các biểu mẫu: ${ids}`,
      en: `there is no form "${id}"; the forms: ${ids}`,
    });
    return 1;
  }
  for (const lang of LANGUAGES) {
    const path = join(STANDARDS, templatePath(form.id, lang));
    await writeFile(path, formTemplate(form, lang));
    terminal.answer(path);
  }
  return 0;
}

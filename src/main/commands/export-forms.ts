import { mkdir, stat, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import {
  exportForms,
  FORM_FORMATS,
  type FormExport,
  formFiles,
  refusalText,
} from '#modules/exchange/index.ts';
import type { OfficialForm } from '#modules/standards/index.ts';
import type { LocalizedText } from '#platform/i18n/index.ts';
import type { ExitCode, Invocation } from '../command.ts';
import { STANDARDS } from '../paths.ts';
import type { Runtime } from '../runtime.ts';
import { exchangeContext, fileProblem } from './exchange-context.ts';
import { withRuntime } from './roles.ts';

/** `export QUERY --as form`: a file for each record into a folder, or one file where the output is named like one. */
export async function writeForms(invocation: Invocation, filter: FormExport['filter']): Promise<ExitCode> {
  const { terminal, values } = invocation;
  const format = FORM_FORMATS.find((name) => name === (values.format ?? 'docx'));
  if (format === undefined || typeof values.output !== 'string') {
    terminal.say({
      vi: `cách dùng: export QUERY --as form --form ID --format ${FORM_FORMATS.join('|')} --output THƯ_MỤC|TỆP`,
      en: `usage: export QUERY --as form --form ID --format ${FORM_FORMATS.join('|')} --output FOLDER|FILE`,
    });
    return 1;
  }
  const { output } = values;
  return await withRuntime(invocation, async (runtime) => {
    const form = formOf(invocation, runtime);
    if (!form) return 1;
    const request = {
      filter,
      form,
      lang: terminal.lang,
      format,
      files: formFiles(STANDARDS),
      now: runtime.now(),
    };
    try {
      return await writeEach(invocation, {
        forms: exportForms(await exchangeContext(runtime), request),
        output,
      });
    } catch (error) {
      terminal.say(fileProblem(error, output));
      return 1;
    }
  });
}

function formOf({ terminal, values }: Invocation, { knowledge }: Runtime): OfficialForm | undefined {
  const { catalogue } = knowledge;
  const form = catalogue.form(String(values.form ?? ''));
  if (form) return form;
  const ids = [...new Set(catalogue.inForce().flatMap(({ kind }) => catalogue.forms(kind)))].map(
    ({ id }) => id,
  );
  terminal.say({
    vi: `hãy chọn --form: ${ids.join(', ')}`,
    en: `choose --form: ${ids.join(', ')}`,
  });
  return undefined;
}

interface Written {
  forms: ReturnType<typeof exportForms>;
  output: string;
}

async function writeEach({ terminal }: Invocation, { forms, output }: Written): Promise<ExitCode> {
  const target = await targetOf(output);
  let count = 0;
  let refused = 0;
  for await (const { pid, outcome } of forms) {
    if (outcome.kind !== 'form') {
      tellRefusal(terminal, pid, refusalText(outcome));
      refused += 1;
      if (HOPELESS.has(outcome.kind)) break;
      continue;
    }
    if (target === 'file' && count > 0) return severalFor(terminal);
    const path = target === 'file' ? output : join(output, nameIn(pid, outcome.filename));
    await writeFile(path, outcome.bytes);
    count += 1;
  }
  terminal.say({ vi: `đã ghi ${count} biểu mẫu`, en: `${count} forms written` });
  return refused > 0 || count === 0 ? 1 : 0;
}

/** What gets no better with the next record. */
const HOPELESS: ReadonlySet<string> = new Set(['broken-template', 'wrong-kind']);

function tellRefusal(terminal: Invocation['terminal'], pid: string, { vi, en }: LocalizedText): void {
  terminal.say(pid === '' ? { vi, en } : { vi: `${pid}: ${vi}`, en: `${pid}: ${en}` });
}

function severalFor(terminal: Invocation['terminal']): ExitCode {
  terminal.say({
    vi: 'truy vấn có nhiều hồ sơ; chỉ hồ sơ đầu được ghi vào tệp này. Hãy đặt --output là một thư mục.',
    en: 'the query has several records; only the first was written to this file. Name a folder as --output.',
  });
  return 1;
}

async function targetOf(output: string): Promise<'file' | 'folder'> {
  if (/\.(docx|pdf)$/i.test(output) && !(await isFolder(output))) return 'file';
  await mkdir(output, { recursive: true });
  return 'folder';
}

/** Identifiers keep two records of one name apart. */
function nameIn(pid: string, filename: string): string {
  return pid === '' ? filename : filename.replace(/(\.[a-z]+)$/, ` (${pid})$1`);
}

async function isFolder(path: string): Promise<boolean> {
  const found = await stat(path).catch(() => undefined);
  return found?.isDirectory() ?? false;
}

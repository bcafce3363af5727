import type { FastifyReply } from 'fastify';
import { type Mapping, mapColumns } from '#modules/exchange/index.ts';
import type { LocalizedText } from '#platform/i18n/index.ts';
import { formOf } from '../frame/visit.ts';
import { type ColumnNames, columnNames } from './column-names.ts';
import { constantCount, constantRows } from './columns-page.tsx';
import { follow, type JobVisit, seenIn } from './job-visit.ts';
import { showColumns } from './page-routes.tsx';

/** Takes the layout of the columns and begins the dry run. */
export async function takeColumns(found: JobVisit): Promise<FastifyReply> {
  const { visit, job, standard } = found;
  const form = formOf(visit);
  const names = columnNames(standard, visit.lang);
  const columns = columnsIn(form, found, names);
  const constants = constantsIn(form, found, names);
  const problems = [...columns.problems, ...constants.problems];
  if (problems.length > 0) return await showColumns(found, { form, problems });
  const mapping: Mapping = {
    ...job.mapping,
    columns: Object.fromEntries(columns.entries),
    constants: Object.fromEntries(constants.entries),
    state: form.get('ho-so-moi') === 'published' ? 'published' : 'draft',
  };
  const name = (form.get('luu') ?? '').trim();
  const outcome = await mapColumns(visit.workbench.intake, {
    ...{ ...seenIn(found), mapping },
    ...(name === '' ? {} : { saveAs: name }),
  });
  if (outcome.kind !== 'invalid') return follow(found, outcome, 'chay-thu');
  const told = outcome.problems.map(({ problem, advice }) => ({
    vi: `${problem.vi} ${advice.vi}`,
    en: `${problem.en} ${advice.en}`,
  }));
  return await showColumns(found, { form, problems: told });
}

interface Taken<Value> {
  entries: [string, Value][];
  problems: LocalizedText[];
}

function columnsIn(form: URLSearchParams, { job }: JobVisit, names: ColumnNames): Taken<string | null> {
  const taken: Taken<string | null> = { entries: [], problems: [] };
  for (const [index, { header }] of job.inspection.columns.entries()) {
    if (header === '') continue;
    const name = (form.get(`cot-${index}`) ?? '').trim();
    const key = name === '' ? null : names.keyOf(name);
    if (key === undefined) taken.problems.push(unknownField(header, name));
    else taken.entries.push([header, key]);
  }
  return taken;
}

function unknownField(column: string, name: string): LocalizedText {
  return {
    vi: `Cột “${column}”: không có trường “${name}”. Hãy chọn một tên trong danh sách gợi ý, hoặc để trống.`,
    en: `Column “${column}”: there is no field “${name}”. Choose a name of the list, or leave it empty.`,
  };
}

function constantsIn(form: URLSearchParams, found: JobVisit, names: ColumnNames): Taken<string> {
  const taken: Taken<string> = { entries: [], problems: [] };
  const offered = new Set(constantRows(found).flatMap(([key, value]) => (value === '' ? [key] : [])));
  for (let index = 0; index < constantCount(found); index += 1) {
    const name = (form.get(`chung-${index}`) ?? '').trim();
    const value = (form.get(`gia-tri-${index}`) ?? '').trim();
    if (name === '' && value === '') continue;
    const key = names.keyOf(name);
    if (value === '' && key !== undefined && offered.has(key)) continue;
    if (key === undefined || value === '') taken.problems.push(halfConstant(name, value));
    else taken.entries.push([key, value]);
  }
  return taken;
}

function halfConstant(name: string, value: string): LocalizedText {
  return value === ''
    ? {
        vi: `Giá trị chung của “${name}” còn trống. Hãy ghi giá trị, hoặc xóa tên trường.`,
        en: `The common value of “${name}” is empty. Give it, or take the name of the field away.`,
      }
    : {
        vi: `Giá trị chung “${value}”: không có trường “${name}”. Hãy chọn một tên trong danh sách gợi ý.`,
        en: `Common value “${value}”: there is no field “${name}”. Choose a name of the list.`,
      };
}

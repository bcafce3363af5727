import type { RecordBody, Statement } from '#modules/standards/index.ts';

export type { Absence, RecordBody, Statement } from '#modules/standards/index.ts';

export function mapFields(
  body: RecordBody,
  change: (field: string, list: Statement[]) => Statement[],
): RecordBody {
  const fields = Object.entries(body.fields).map(([field, list]) => [field, change(field, list)] as const);
  return { standard: body.standard, fields: Object.fromEntries(fields) };
}

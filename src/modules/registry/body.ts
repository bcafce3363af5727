/** The reason why a field has no value; data, not an empty cell. */
export type Absence = 'unknown' | 'none' | 'not-entered' | 'not-found' | 'restricted';

/** One statement of a field; `id` is stable, so that diffs, reviews and field access can name it. */
export interface Statement {
  id: string;
  value?: unknown;
  absent?: Absence;
  lang?: string;
  script?: string;
  nameType?: string;
  source?: string[];
  certainty?: 'certain' | 'probable' | 'possible';
  by?: string;
  from?: string;
  to?: string;
  note?: string;
}

/** `standard` is `kind@version`; `fields` maps a field id to its statements. */
export interface RecordBody {
  standard: string;
  fields: Record<string, Statement[]>;
}

export function mapFields(
  body: RecordBody,
  change: (field: string, list: Statement[]) => Statement[],
): RecordBody {
  const fields = Object.entries(body.fields).map(([field, list]) => [field, change(field, list)] as const);
  return { standard: body.standard, fields: Object.fromEntries(fields) };
}

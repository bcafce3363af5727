import { mayReadField, type Reader } from '#modules/access/index.ts';
import { mapFields, type RecordBody, type Statement } from '../body.ts';
import type { BodyRules } from '../context.ts';

/** What of a body the reader may see: a field kept from them is there, with a typed absence in place of its content. */
export function visibleBody(
  body: RecordBody,
  { reader, rules }: { reader: Reader; rules: BodyRules },
): RecordBody {
  return mapFields(body, (field, list) =>
    mayReadField(rules.visibilityOf(body.standard, field), reader) ? list : restricted(field, list),
  );
}

/** One statement whatever is behind it, so that not even the number of values shows. */
function restricted(field: string, list: readonly Statement[]): Statement[] {
  return list.length === 0 ? [] : [{ id: `${field}-restricted`, absent: 'restricted' }];
}

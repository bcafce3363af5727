import { sql } from 'kysely';
import { withinOneEdit } from '#formats/vietnamese/index.ts';
import type { Db } from '#platform/db/index.ts';
import { type Unit, unitColumns } from './queries.ts';
import { foldName } from './unit.ts';
import { typedName } from './unit-type.ts';

// A name of three letters lies within one edit of too many others.
const [LEAST_LETTERS, LONGEST_NAME] = [4, 60];

/** Units of today whose name is one typing error away from a text, with or without a type in front of it. */
export async function nearUnits(db: Db, text: string): Promise<Unit[]> {
  const asked = text.trim();
  if (asked.length > LONGEST_NAME) return [];
  const names = [asked, typedName(asked)?.name ?? '']
    .map(foldName)
    .filter((name) => name.length >= LEAST_LETTERS);
  const [longest, shortest] = [Math.max(0, ...names.map(lengthOf)), Math.min(99, ...names.map(lengthOf))];
  const { rows } = await sql<Unit & { folded: string }>`select ${unitColumns}, u.folded from admin_unit u
    left join admin_unit parent on parent.id = u.parent_id
    where u.valid_to is null and length(u.folded) between ${shortest - 1} and ${longest + 1}
    order by array_position(array['province', 'district', 'commune'], u.level::text), u.name, u.key`.execute(
    db,
  );
  return rows
    .filter(({ folded }) => names.some((name) => withinOneEdit(folded, name)))
    .map(({ folded: _, ...unit }) => unit);
}

const lengthOf = (name: string): number => name.length;

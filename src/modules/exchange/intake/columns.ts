import { sha256Hex } from '#formats/jcs/index.ts';
import { foldFully } from '#formats/vietnamese/index.ts';
import { type RecordStandard, templateColumns } from '#modules/standards/index.ts';
import { ERROR_HEADERS, RECORD_COLUMN } from '../sheet/columns.ts';
import type { Mapping } from '../sheet/mapping.ts';
import { columnNamed } from '../sheet/usual-headers.ts';

/** Which key of the template each header most likely means, by its name; null for one that means none. */
export function columnsByName(
  header: readonly string[],
  standard: RecordStandard,
): Record<string, string | null> {
  const columns = templateColumns(standard);
  const taken = new Set<string>();
  return Object.fromEntries(
    header.filter(Boolean).map((name) => {
      const key = keyOf(name, columns);
      if (key === null || taken.has(key)) return [name, null];
      taken.add(key);
      return [name, key];
    }),
  );
}

function keyOf(name: string, columns: ReturnType<typeof templateColumns>): string | null {
  if (name === RECORD_COLUMN) return name;
  return ERROR_HEADERS.has(name) ? null : (columnNamed(columns, name)?.key ?? null);
}

/** The same for sheets with the same headers, in whatever order and spelling of marks. */
export function headerSignature(header: readonly string[]): string {
  return sha256Hex(JSON.stringify([...new Set(header.filter(Boolean).map(foldFully))].sort()));
}

/** A mapping as far as it speaks of the columns of this sheet; columns that it does not know are left out. */
export function fittedTo(header: readonly string[], mapping: Mapping): Mapping {
  const columns = mapping.columns ?? {};
  const folded = new Map(Object.entries(columns).map(([name, key]) => [foldFully(name), key]));
  const fitted = header
    .filter(Boolean)
    .map((name) => [
      name,
      Object.hasOwn(columns, name) ? columns[name] : (folded.get(foldFully(name)) ?? null),
    ]);
  return { ...mapping, columns: Object.fromEntries(fitted) };
}

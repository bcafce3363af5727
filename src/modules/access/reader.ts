/** Who reads. `actorId` is null for somebody who did not sign in. */
export interface Reader {
  actorId: number | null;
  staff: boolean;
}

export const ANONYMOUS: Reader = { actorId: null, staff: false };

/** How far a field or file may be seen, as record standards declare it. */
export type Visibility = 'public' | 'organisation' | 'sector' | 'community';

/** The one rule for fields and files; rows have `visibleTo`. */
export function mayReadField(visibility: Visibility, reader: Reader): boolean {
  return visibility === 'public' || reader.staff;
}

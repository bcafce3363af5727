/** A record by its identifier, or one created earlier in the same changeset by the name it was given there. */
export type RecordRef = { pid: string } | { ref: string };

/** Another name of a record in some scheme: an inventory number, a UNESCO reference, an old address. */
export interface Alias {
  scheme: string;
  value: string;
}

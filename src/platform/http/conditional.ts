/** The entity tags of an If-Match or If-None-Match header, without weakness marks; `*` stays as it is. */
function tagsIn(header: string | undefined): string[] {
  return (header ?? '')
    .split(',')
    .map((tag) => tag.trim().replace(/^W\//, ''))
    .filter((tag) => tag !== '');
}

/** Whether the reader already holds this representation (weak comparison, RFC 9110 §13.1.2). */
export function isHeld(ifNoneMatch: string | undefined, etag: string): boolean {
  const tags = tagsIn(ifNoneMatch);
  return tags.includes('*') || tags.includes(etag.replace(/^W\//, ''));
}

/**
 * The version that an If-Match header names. Tags are `"NAME.VERSION"`, or the same with a digest behind it, as reads
 * give them: of a tag, only name and version count for a write. `other` means that it names something else.
 */
export function versionExpected(
  ifMatch: string | undefined,
  name: string,
): { kind: 'version'; version: number } | { kind: 'missing' } | { kind: 'other' } {
  const tags = tagsIn(ifMatch);
  if (tags.length === 0) return { kind: 'missing' };
  for (const tag of tags) {
    const [, given, version] = /^"([^".]+)\.(\d{1,9})(?:\.[^"]*)?"$/.exec(tag) ?? [];
    if (given === name) return { kind: 'version', version: Number(version) };
  }
  return { kind: 'other' };
}

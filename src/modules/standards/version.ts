/** Versions are dotted numbers: 1.9 comes before 1.10. */
export function compareVersions(a: string, b: string): number {
  const left = a.split('.').map(Number);
  const right = b.split('.').map(Number);
  for (let i = 0; i < Math.max(left.length, right.length); i++) {
    const difference = (left[i] ?? 0) - (right[i] ?? 0);
    if (difference !== 0) return difference;
  }
  return 0;
}

/** `scheme@version` or `kind@version`, the way bodies and fields refer to a standard or a list. */
export function splitReference(reference: string): { name: string; version: string } {
  const at = reference.lastIndexOf('@');
  return at < 0
    ? { name: reference, version: '' }
    : { name: reference.slice(0, at), version: reference.slice(at + 1) };
}

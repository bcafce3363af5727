/** The smallest source that may be published. */
export function sourceBody(name: string) {
  const absent = (id: string) => [{ id, absent: 'unknown' }];
  const fields = {
    name: [{ id: 'n1', value: name, lang: 'vi' }],
    sourceType: absent('t1'),
    date: absent('d1'),
    licence: absent('l1'),
  };
  return { standard: 'source@1.0', fields };
}

/** A strict reader of RFC 5545 for tests: what it does not know to be right it refuses. */

export interface ReadProperty {
  name: string;
  parameters: Record<string, string>;
  value: string;
}

export type ReadEvent = Record<string, ReadProperty>;

export interface ReadCalendar {
  properties: ReadProperty[];
  events: ReadEvent[];
}

const LINE = /^([A-Z][A-Z0-9-]*)((?:;[A-Z-]+=[^;:,"\p{Cc}]+)*):(.*)$/su;

/** Takes folds out and checks octets, line ends and characters on the way. */
function unfolded(bytes: Uint8Array): string[] {
  const text = new TextDecoder('utf-8', { fatal: true, ignoreBOM: true }).decode(bytes);
  if (!text.endsWith('\r\n')) throw new Error('the last line has no end');
  const lines = text.slice(0, -2).split('\r\n');
  for (const line of lines) {
    if (new TextEncoder().encode(line).length > 75) throw new Error(`over 75 octets: ${line}`);
    if (/\p{Cc}/u.test(line)) throw new Error(`a control character: ${JSON.stringify(line)}`);
    if (line.trim() === '') throw new Error('an empty line');
  }
  return lines.join('\r\n').replaceAll('\r\n ', '').split('\r\n');
}

function property(line: string): ReadProperty {
  const [, name, parameters = '', value = ''] = LINE.exec(line) ?? [];
  if (name === undefined) throw new Error(`no property: ${line}`);
  const pairs = parameters.split(';').filter(Boolean);
  return {
    name,
    parameters: Object.fromEntries(pairs.map((pair) => pair.split('=', 2) as [string, string])),
    value,
  };
}

/** §3.3.11: nothing special stands without a backslash, and a backslash only before what it may. */
export function readText(value: string): string {
  if (!/^(?:[^\\;,]|\\[\\;,nN])*$/u.test(value)) throw new Error(`no text: ${value}`);
  return value.replace(/\\([\\;,nN])/g, (_all, escaped: string) =>
    escaped.toLowerCase() === 'n' ? '\n' : escaped,
  );
}

export function readCalendar(bytes: Uint8Array): ReadCalendar {
  const lines = unfolded(bytes).map(property);
  const [first, last] = [lines.shift(), lines.pop()];
  if (first?.name !== 'BEGIN' || first.value !== 'VCALENDAR') throw new Error('no beginning');
  if (last?.name !== 'END' || last.value !== 'VCALENDAR') throw new Error('no end');
  const calendar: ReadCalendar = { properties: [], events: [] };
  let event: ReadEvent | null = null;
  for (const line of lines) {
    if (line.name === 'BEGIN') event = begun(line, event);
    else if (line.name === 'END') event = ended(line, event, calendar);
    else if (event) put(event, line);
    else if (calendar.events.length > 0) throw new Error('a property of the calendar after an event');
    else calendar.properties.push(line);
  }
  if (event) throw new Error('an event without end');
  checkWhole(calendar);
  return calendar;
}

function checkWhole({ properties, events }: ReadCalendar): void {
  const named = (name: string) => properties.filter((each) => each.name === name);
  if (named('VERSION')[0]?.value !== '2.0' || named('VERSION').length !== 1) throw new Error('no version');
  if (named('PRODID').length !== 1) throw new Error('no product');
  const uids = events.map(({ UID }) => UID?.value);
  if (new Set(uids).size !== uids.length) throw new Error('two events of one UID');
}

function begun({ value }: ReadProperty, open: ReadEvent | null): ReadEvent {
  if (open || value !== 'VEVENT') throw new Error(`unexpected BEGIN:${value}`);
  return {};
}

function ended({ value }: ReadProperty, event: ReadEvent | null, calendar: ReadCalendar): null {
  if (!event || value !== 'VEVENT') throw new Error(`unexpected END:${value}`);
  for (const name of ['UID', 'DTSTAMP', 'DTSTART', 'SUMMARY'])
    if (!event[name]?.value) throw new Error(`an event without ${name}`);
  if (!/^\d{8}T\d{6}Z$/.test(event.DTSTAMP?.value ?? '')) throw new Error('DTSTAMP is no instant of UTC');
  const [start = '', end = ''] = [event.DTSTART, event.DTEND].map((each) => day(each));
  if (end <= start) throw new Error(`${event.UID?.value} ends before it begins`);
  calendar.events.push(event);
  return null;
}

function day(read: ReadProperty | undefined): string {
  if (read?.parameters.VALUE !== 'DATE' || !/^\d{8}$/.test(read.value)) throw new Error('no date');
  const iso = read.value.replace(/(\d{4})(\d{2})(\d{2})/, '$1-$2-$3');
  if (new Date(`${iso}T00:00:00Z`).toISOString().slice(0, 10) !== iso) throw new Error(`no such day: ${iso}`);
  return read.value;
}

function put(event: ReadEvent, line: ReadProperty): void {
  if (event[line.name]) throw new Error(`${line.name} twice`);
  if (['SUMMARY', 'LOCATION', 'DESCRIPTION', 'UID'].includes(line.name)) readText(line.value);
  event[line.name] = line;
}

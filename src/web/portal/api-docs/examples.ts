import type { ApiOperation, Parameter, Shape } from './document.ts';

const SAMPLE: Readonly<Record<string, string>> = {
  pid: 'PID',
  key: 'KEY',
  id: '1',
  kind: 'monument',
  version: '1.0',
  scheme: 'designation-list',
  range: '1..2',
};

/** An address that shows how it is built; what the reader has to put in stands in capitals. */
function addressOf(origin: string, { path, parameters = [] }: ApiOperation): string {
  const filled = path.replace(/\{([^}]+)\}/g, (_whole, name: string) => sampleOf(parameters, name));
  const shown = parameters.filter(({ in: place, example, required }) => {
    return place === 'query' && (example !== undefined || required === true);
  });
  const pairs = shown.map(({ name, example }) => [name, String(example ?? name.toUpperCase())]);
  const text = new URLSearchParams(pairs).toString();
  return `${origin}${filled}${text === '' ? '' : `?${text}`}`;
}

function sampleOf(parameters: readonly Parameter[], name: string): string {
  const known = parameters.find((parameter) => parameter.in === 'path' && parameter.name === name);
  return String(SAMPLE[name] ?? known?.example ?? known?.schema?.enum?.[0] ?? name.toUpperCase());
}

/** The smallest body that has everything demanded; undefined when the operation takes none. */
function bodyOf({ requestBody }: ApiOperation): unknown {
  const schema = requestBody?.content['application/json']?.schema;
  return schema === undefined ? undefined : sampleValue(schema);
}

function sampleValue(shape: Shape): unknown {
  if (shape.examples?.[0] !== undefined) return shape.examples[0];
  if (shape.enum) return shape.enum[0];
  if (shape.anyOf?.[0]) return sampleValue(shape.anyOf[0]);
  switch ([shape.type].flat()[0]) {
    case 'object': {
      const demanded = Object.entries(shape.properties ?? {}).filter(([name]) =>
        shape.required?.includes(name),
      );
      return Object.fromEntries(demanded.map(([name, property]) => [name, sampleValue(property)]));
    }
    case 'array':
      return [];
    case 'integer':
    case 'number':
      return shape.minimum ?? 1;
    case 'boolean':
      return true;
    default:
      return '…';
  }
}

function headersOf(operation: ApiOperation, body: unknown): [string, string][] {
  const match = operation.method === 'PUT' || operation.path.endsWith('/restore');
  return [
    ...(operation.guarded ? [['Authorization', 'Bearer TOKEN'] as [string, string]] : []),
    ...(match ? [['If-Match', '"PID.1"'] as [string, string]] : []),
    ...(body === undefined ? [] : [['Content-Type', 'application/json'] as [string, string]]),
  ];
}

/** A line for a shell. A single quote cannot stand in a single-quoted word, so it is written outside of it. */
export function curlExample(operation: ApiOperation, origin: string): string {
  const body = bodyOf(operation);
  const quote = (text: string) => `'${text.replaceAll("'", "'\\''")}'`;
  const parts = [
    'curl',
    ...(operation.method === 'GET' ? [] : [`-X ${operation.method}`]),
    ...headersOf(operation, body).map(([name, value]) => `-H ${quote(`${name}: ${value}`)}`),
    ...(body === undefined ? [] : [`-d ${quote(JSON.stringify(body))}`]),
    quote(addressOf(origin, operation)),
  ];
  return parts.join(' \\\n  ');
}

export function fetchExample(operation: ApiOperation, origin: string): string {
  const body = bodyOf(operation);
  const options = {
    ...(operation.method === 'GET' ? {} : { method: operation.method }),
    ...(operation.guarded || body !== undefined
      ? { headers: Object.fromEntries(headersOf(operation, body)) }
      : {}),
    ...(body === undefined ? {} : { body: JSON.stringify(body) }),
  };
  const address = JSON.stringify(addressOf(origin, operation));
  const given = Object.keys(options).length === 0 ? '' : `, ${JSON.stringify(options, null, 2)}`;
  return `const response = await fetch(${address}${given});\nconst answer = await response.json();`;
}

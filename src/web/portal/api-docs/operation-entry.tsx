import type { ComponentChildren } from 'preact';
import type { Lang } from '#platform/i18n/index.ts';
import { type ApiOperation, meaningOf, type Parameter, type Shape, typeText } from './document.ts';
import { curlExample, fetchExample } from './examples.ts';
import { apiDocsMessages } from './messages.ts';

/** One operation: what it is for, what it takes, what it answers, and how to call it. */
export function OperationEntry({
  operation,
  lang,
  origin,
}: {
  operation: ApiOperation;
  lang: Lang;
  origin: string;
}) {
  const text = apiDocsMessages[lang];
  const detail = lang === 'vi' ? operation['x-description-vi'] : operation.description;
  const body = operation.requestBody?.content['application/json']?.schema;
  return (
    <article id={operation.operationId}>
      <h3>{lang === 'vi' ? operation['x-summary-vi'] : operation.summary}</h3>
      <p>
        <code>
          {operation.method} {operation.path}
        </code>
      </p>
      {detail && <p>{detail}</p>}
      {operation.guarded && (
        <p>
          <span class="chip chip-limited">{text.needsToken}</span>
        </p>
      )}
      <Parameters parameters={operation.parameters ?? []} lang={lang} />
      <Body shape={body} lang={lang} />
      <Answers operation={operation} lang={lang} />
      <details class="cite-panel">
        <summary>{text.examples}</summary>
        <pre>
          <code>{curlExample(operation, origin)}</code>
        </pre>
        <pre>
          <code>{fetchExample(operation, origin)}</code>
        </pre>
      </details>
    </article>
  );
}

interface ScrollingTableProps {
  caption: string;
  columns: readonly string[];
  /** The rows. */
  children: ComponentChildren;
}

function ScrollingTable({ caption, columns, children }: ScrollingTableProps) {
  return (
    <section class="scroll" tabIndex={0} aria-label={caption}>
      <table>
        <caption>{caption}</caption>
        <thead>
          <tr>
            {columns.map((title) => (
              <th key={title} scope="col">
                {title}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>{children}</tbody>
      </table>
    </section>
  );
}

function Parameters({ parameters, lang }: { parameters: readonly Parameter[]; lang: Lang }) {
  const text = apiDocsMessages[lang];
  if (parameters.length === 0) return null;
  return (
    <ScrollingTable caption={text.parameters} columns={[text.name, text.place, text.type, text.meaning]}>
      {parameters.map(({ name, in: place, required, schema, description }) => (
        <tr key={place + name}>
          <th scope="row">
            <code>{name}</code>
          </th>
          <td>{text.places[place]}</td>
          <TypeCell shape={schema} />
          <td>{withNotes(meaningOf(schema, lang, description), { required, shape: schema, lang })}</td>
        </tr>
      ))}
    </ScrollingTable>
  );
}

function TypeCell({ shape }: { shape: Shape | undefined }) {
  return (
    <td>
      <code>{typeText(shape)}</code>
    </td>
  );
}

type Notes = { required: boolean | undefined; shape: Shape | undefined; lang: Lang };

function withNotes(meaning: string, { required, shape, lang }: Notes): string {
  const text = apiDocsMessages[lang];
  const preset = shape?.default === undefined ? '' : `${text.standard}: ${String(shape.default)}`;
  return [meaning, required ? text.required : '', preset].filter(Boolean).join('; ');
}

function Body({ shape, lang }: { shape: Shape | undefined; lang: Lang }) {
  const text = apiDocsMessages[lang];
  const object = shape?.anyOf?.find((part) => part.properties) ?? shape;
  if (object?.properties === undefined) return null;
  return (
    <ScrollingTable caption={text.body} columns={[text.name, text.type, text.meaning]}>
      {Object.entries(object.properties).map(([name, property]) => (
        <tr key={name}>
          <th scope="row">
            <code>{name}</code>
          </th>
          <TypeCell shape={property} />
          <td>
            {withNotes(meaningOf(property, lang), {
              required: object.required?.includes(name),
              shape: property,
              lang,
            })}
          </td>
        </tr>
      ))}
    </ScrollingTable>
  );
}

function Answers({ operation, lang }: { operation: ApiOperation; lang: Lang }) {
  const text = apiDocsMessages[lang];
  return (
    <ScrollingTable caption={text.answers} columns={[text.status, text.type, text.meaning]}>
      {Object.entries(operation.responses).map(([status, { content, description }]) => (
        <tr key={status}>
          <th scope="row">{status === 'default' ? '4xx, 5xx' : status}</th>
          <td>
            <code>{Object.keys(content ?? {}).join(', ')}</code>
          </td>
          <td lang={status === 'default' ? lang : 'en'}>
            {status === 'default' ? text.refused : description}
          </td>
        </tr>
      ))}
    </ScrollingTable>
  );
}

import type { FastifyReply } from 'fastify';
import type { Download } from '#modules/standards/index.ts';
import { standardMessages } from './messages.ts';

export interface DownloadListProps {
  lang: 'vi' | 'en';
  files: readonly string[];
  addressOf(file: string): string;
}

export function DownloadList({ lang, files, addressOf }: DownloadListProps) {
  const text = standardMessages[lang];
  return (
    <section class="downloads no-print" aria-labelledby="downloads-title">
      <h2 id="downloads-title">{text.downloads}</h2>
      <ul>
        {files.map((file) => (
          <li key={file}>
            <a class="button" href={addressOf(file)} download>
              {text.downloadNames[file] ?? file}
            </a>
          </li>
        ))}
      </ul>
    </section>
  );
}

/** Standards change with a release of the program only, so an hour in a cache does no harm. */
export function sendDownload(reply: FastifyReply, { filename, mediaType, bytes }: Download): FastifyReply {
  return reply
    .type(mediaType)
    .headers({
      'content-disposition': `attachment; filename="${filename}"`,
      'cache-control': 'public, max-age=3600',
    })
    .send(bytes);
}

import { dumpAddress, type ReleasedFile } from '#modules/open-data/index.ts';
import { openDataMessages } from './messages.ts';

interface FileLinksProps {
  lang: 'vi' | 'en';
  title: string;
  files: readonly ReleasedFile[];
}

/** The files of one release side by side; each link says for itself what it leads to. */
export function FileLinks({ lang, title, files }: FileLinksProps) {
  const text = openDataMessages[lang];
  return files.map((file, index) => (
    <>
      {index > 0 && ' · '}
      <a key={file.format} href={dumpAddress(file)} download aria-label={text.fileOf(title, file.format)}>
        {file.format}
      </a>
    </>
  ));
}

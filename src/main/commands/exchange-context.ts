import type { ExchangeContext } from '#modules/exchange/index.ts';
import type { LocalizedText } from '#platform/i18n/index.ts';
import type { Runtime } from '../runtime.ts';

/** Import and export on the command line act for the administrator. */
export async function exchangeContext({ contextAs, knowledge }: Runtime): Promise<ExchangeContext> {
  const { catalogue, vocabularies, eras } = knowledge;
  return { registry: await contextAs('administrator'), catalogue, vocabularies, eras };
}

const FILE_PROBLEMS: Readonly<Record<string, LocalizedText>> = {
  ENOENT: { vi: 'không có tệp này; hãy kiểm tra đường dẫn', en: 'there is no such file; check the path' },
  EISDIR: { vi: 'đây là thư mục, không phải tệp', en: 'this is a folder, not a file' },
  EACCES: { vi: 'không được phép mở tệp này', en: 'the file may not be opened' },
  ENOSPC: {
    vi: 'đĩa đã đầy; hãy giải phóng chỗ trống rồi chạy lại lệnh, tệp đã nhập không bị nhập lần nữa',
    en: 'the disk is full; free some space and run the command again, a file that was imported is not imported twice',
  },
};

/** What the file system said, in words; anything else is thrown on. */
export function fileProblem(error: unknown, path: string): LocalizedText {
  const code = error instanceof Error && 'code' in error ? String(error.code) : '';
  const known = Object.hasOwn(FILE_PROBLEMS, code) ? FILE_PROBLEMS[code] : undefined;
  if (!known) throw error;
  const where = error instanceof Error && 'path' in error ? String(error.path) : path;
  return { vi: `${where}: ${known.vi}`, en: `${where}: ${known.en}` };
}

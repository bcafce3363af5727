import type { Lang } from '#platform/i18n/index.ts';
import type { Command } from './command.ts';

export function overview(commands: readonly Command[], lang: Lang): string {
  const width = Math.max(...commands.map((command) => command.name.length));
  const lines = commands.map((command) => `  ${command.name.padEnd(width)}  ${command.summary[lang]}`);
  const [use, more] = {
    vi: [
      'Cách dùng: ./disan <lệnh> [tùy chọn]',
      'Mỗi lệnh có --help kèm ví dụ. Thiết lập: docs/operations.md.',
    ],
    en: [
      'Usage: ./disan <command> [options]',
      'Every command has --help with an example. Settings: docs/operations.md.',
    ],
  }[lang];
  return [use, '', ...lines, '', more].join('\n');
}

export function commandHelp(command: Command, lang: Lang): string {
  const example = { vi: 'Ví dụ', en: 'Example' }[lang];
  return [
    `./disan ${command.name} ${command.usage}`.trim(),
    '',
    command.summary[lang],
    '',
    `${example}: ./disan ${command.example}`,
  ].join('\n');
}

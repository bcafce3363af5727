import { parseArgs } from 'node:util';
import packageFile from '../../package.json' with { type: 'json' };
import type { Command, ExitCode } from './command.ts';
import { COMMANDS } from './commands/index.ts';
import { readConfig, readLocale, type SettingError } from './config.ts';
import { commandHelp, overview } from './help.ts';
import { openTerminal, type Terminal } from './terminal.ts';

/** One command line: finds the command, checks its words and settings, runs it. */
async function main(words: string[], terminal: Terminal): Promise<ExitCode> {
  const [name = '--help', ...rest] = words;
  if (name === '--version') return answer(terminal, packageFile.version);
  if (name === '--help' || name === 'help') return answer(terminal, overview(COMMANDS, terminal.lang));
  const command = COMMANDS.find((one) => one.name === name);
  if (!command) {
    terminal.say({
      vi: `không có lệnh “${name}”; xem các lệnh bằng ./disan --help`,
      en: `there is no command "${name}"; ./disan --help lists the commands`,
    });
    return 1;
  }
  if (rest.includes('--help')) return answer(terminal, commandHelp(command, terminal.lang));
  return await invoke(command, rest, terminal);
}

async function invoke(command: Command, words: string[], terminal: Terminal): Promise<ExitCode> {
  const parsed = readWords(command, words, terminal);
  if (!parsed) return 1;
  const outcome = readConfig(overridesIn(parsed.values));
  if (outcome.kind === 'wrong-settings') return complain(outcome.errors, terminal);
  return await command.run({ ...parsed, config: outcome.config, terminal });
}

/** Options that stand for a setting; `--data` is understood by every command. */
const COMMON_OPTIONS = { data: { type: 'string' } } as const;
const SETTING_OF_OPTION = { data: 'DISAN_DATA', port: 'DISAN_PORT' } as const;

function overridesIn(values: Record<string, string | boolean | undefined>): Record<string, string> {
  const pairs = Object.entries(SETTING_OF_OPTION).flatMap(([option, setting]) => {
    const value = values[option];
    return typeof value === 'string' ? [[setting, value] as const] : [];
  });
  return Object.fromEntries(pairs);
}

function readWords(command: Command, words: string[], terminal: Terminal) {
  const { min, max } = command.positionals ?? { min: 0, max: 0 };
  try {
    const { values, positionals } = parseArgs({
      args: words,
      options: { ...COMMON_OPTIONS, ...command.options },
      allowPositionals: max > 0,
      strict: true,
    });
    if (positionals.length < min || positionals.length > max)
      return wrongWords(command, positionals.join(' '), terminal);
    return { values: values as Record<string, string | boolean | undefined>, positionals };
  } catch (error) {
    return wrongWords(command, error instanceof Error ? error.message : '', terminal);
  }
}

function wrongWords(command: Command, detail: string, terminal: Terminal): undefined {
  terminal.say({
    vi: `cách dùng: ./disan ${command.name} ${command.usage} (${detail})`,
    en: `usage: ./disan ${command.name} ${command.usage} (${detail})`,
  });
  return undefined;
}

function complain(errors: SettingError[], terminal: Terminal): ExitCode {
  for (const { setting, value: given, accepted } of errors) {
    // An address may hold a password, and a terminal's output is often kept.
    const value = given.replace(/:[^:@/]+@/, ':…@');
    terminal.say({
      vi: `thiết lập ${setting}="${value}" không dùng được: ${accepted.vi}`,
      en: `setting ${setting}="${value}" cannot be used: ${accepted.en}`,
    });
  }
  return 1;
}

function answer(terminal: Terminal, text: string): ExitCode {
  terminal.answer(text);
  return 0;
}

const terminal = openTerminal(readLocale());
process.exitCode = await main(process.argv.slice(2), terminal);

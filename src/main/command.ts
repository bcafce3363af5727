import type { ParseArgsOptionsConfig } from 'node:util';
import type { LocalizedText } from '#platform/i18n/index.ts';
import type { Config } from './config.ts';
import type { Terminal } from './terminal.ts';

/** What a command gets: its own words, the settings, and where to speak. */
export interface Invocation {
  values: Record<string, string | boolean | undefined>;
  positionals: string[];
  config: Config;
  terminal: Terminal;
}

/** Exit status: 0 done, 1 refused or failed with one clear line, other numbers as the command says. */
export type ExitCode = number;

export interface Command {
  name: string;
  summary: LocalizedText;
  /** Positional words and options, as shown behind the command's name. */
  usage: string;
  example: string;
  options?: ParseArgsOptionsConfig;
  /** How many positional words are accepted. */
  positionals?: { min: number; max: number };
  run(invocation: Invocation): Promise<ExitCode>;
}

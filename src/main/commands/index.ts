import type { Command } from '../command.ts';
import { probe } from './probe.ts';
import { test } from './test.ts';

/** Every command, in the order the overview shows them. */
export const COMMANDS: readonly Command[] = [test, probe];

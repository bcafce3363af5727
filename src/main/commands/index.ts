import type { Command } from '../command.ts';
import { probe } from './probe.ts';

/** Every command, in the order the overview shows them. */
export const COMMANDS: readonly Command[] = [probe];

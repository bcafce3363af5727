// One measured step as a program of its own: its time without the loading of the program, and the most memory it held.
import { createReadStream } from 'node:fs';
import { exchangeOn, type Step } from './step.ts';

const step = JSON.parse(process.argv[2] ?? '') as Step;
const run = await exchangeOn(step);
const before = process.resourceUsage();
const started = performance.now();
const outcome = await run.work(createReadStream(step.path));
const seconds = (performance.now() - started) / 1000;
const { maxRSS, userCPUTime, systemCPUTime } = process.resourceUsage();
const cpu = (userCPUTime + systemCPUTime - before.userCPUTime - before.systemCPUTime) / 1e6;
await run.close();
process.stdout.write(`${JSON.stringify({ seconds, cpu, rssMiB: maxRSS / 1024, outcome })}\n`);

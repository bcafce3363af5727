export { loadStarter, type StarterContext } from './commands.ts';
export { starterRelease } from './data.ts';
export { listUnknownDecisions } from './queries.ts';

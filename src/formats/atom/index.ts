export { type AtomEntry, type AtomFeed, writeAtomFeed } from './feed.ts';

export { type Archive, type ArchiveProblem, type ByteSource, openArchive } from './archive.ts';
export { foreignNamesIn } from './territory.ts';

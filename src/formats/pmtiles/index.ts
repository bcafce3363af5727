export { type Archive, type ArchiveProblem, type ByteSource, openArchive } from './archive.ts';
export { type ForeignText, foreignNamesIn } from './territory.ts';

export { OPEN_COLUMNS } from './columns.ts';
export { makeRelease, type OpenDataContext, openDataTasks, requestDailyRelease } from './commands.ts';
export { type Dataset, type DatasetGroup, datasetsOf } from './datasets.ts';
export { OPEN_FORMATS } from './formats.ts';
export { listFiles, listReleases, previewOf, type ReleasedFile } from './queries.ts';
export { dumpAddress, registerDumpRoutes } from './routes.ts';
export type { OpenRow } from './row.ts';

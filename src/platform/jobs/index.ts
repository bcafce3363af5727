export {
  countJobs,
  drainJobs,
  enqueue,
  migrateJobs,
  startWorker,
  type Task,
  type Tasks,
  type Worker,
} from './jobs.ts';

export {
  countJobs,
  drainJobs,
  enqueue,
  migrateJobs,
  releaseJobs,
  startWorker,
  type Task,
  type Tasks,
  type Worker,
} from './jobs.ts';

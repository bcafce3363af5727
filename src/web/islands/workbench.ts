import { followProgress } from './workbench/progress.ts';

// Everything here only improves pages that are complete without it.
document.getElementById('errors')?.focus();
followProgress();

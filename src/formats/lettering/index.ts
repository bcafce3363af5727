export { createLettering, type Lettering } from './lettering.ts';

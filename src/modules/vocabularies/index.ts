export { type Resolution, resolveLabel } from './labels.ts';
export { type PeriodRange, periodRange } from './periods.ts';
export { registerVocabularyRoutes } from './routes.ts';
export type { Concept, Vocabulary } from './schema.ts';
export { type SkosOptions, toSkosJsonLd, toTurtle } from './skos.ts';
export {
  broaderPath,
  concept,
  type LoadedVocabularies,
  loadVocabularies,
  narrower,
  topConcepts,
  type Vocabularies,
} from './vocabularies.ts';

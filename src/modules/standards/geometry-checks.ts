import { type GeometryProblem, validateGeometry, vietnamFrame } from '#formats/geo/index.ts';
import { asWarning, type Issue, issueAt } from './issue.ts';
import type { Kind } from './schema.ts';
import type { Values } from './values.ts';

/** Kinds that by law lie in Viet Nam; an artefact, an agent or an event may well be abroad. */
const TERRITORIAL: readonly Kind[] = ['monument', 'museum'];

/** GeoJSON structure, and the map frame of Viet Nam: an error for immovable heritage, else a warning. */
export function geometryIssues(value: Values['geometry'], { at, kind }: { at: string; kind: Kind }): Issue[] {
  const outcome = validateGeometry(value.geojson, { within: vietnamFrame });
  if (outcome.kind === 'valid') return [];
  return outcome.problems.map((problem) => geometryIssue(problem, { at, kind }));
}

function geometryIssue(
  { code, pointer, message }: GeometryProblem,
  { at, kind }: { at: string; kind: Kind },
): Issue {
  const placed = code === 'outside-vietnam' || code === 'axes-swapped';
  const issue = issueAt(`${at}/geojson${pointer}`, placed ? code : 'broken-geometry', { message });
  return placed && !TERRITORIAL.includes(kind) ? asWarning(issue) : issue;
}

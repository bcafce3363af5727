import { type GeometryProblem, validateGeometry, vietnamFrame } from '#formats/geo/index.ts';
import { asWarning, type Issue, issueAt } from './issue.ts';
import type { Kind } from './schema.ts';
import type { Values } from './values.ts';

/** Kinds that by law lie in Viet Nam; an artefact, an agent or an event may well be abroad. */
const TERRITORIAL: readonly Kind[] = ['monument', 'museum'];

interface Place {
  at: string;
  kind: Kind;
}

/** GeoJSON structure, the map frame of Viet Nam (an error for immovable heritage, else a warning), and what may be public. */
export function geometryIssues(value: Values['geometry'], place: Place): Issue[] {
  const outcome = validateGeometry(value.geojson, { within: vietnamFrame });
  const problems = outcome.kind === 'valid' ? [] : outcome.problems;
  return [...problems.map((problem) => geometryIssue(problem, place)), ...findspotIssues(value, place)];
}

/** Where more could be dug up is published by commune at most, as the standard says. */
function findspotIssues({ role, publicPrecision }: Values['geometry'], { at, kind }: Place): Issue[] {
  const located = publicPrecision === 'exact' || publicPrecision === 'approx-1km';
  return kind === 'artefact' && role === 'findspot' && located
    ? [issueAt(`${at}/publicPrecision`, 'findspot-too-precise')]
    : [];
}

function geometryIssue({ code, pointer, message }: GeometryProblem, { at, kind }: Place): Issue {
  const placed = code === 'outside-vietnam' || code === 'axes-swapped';
  const issue = issueAt(`${at}/geojson${pointer}`, placed ? code : 'broken-geometry', { message });
  return placed && !TERRITORIAL.includes(kind) ? asWarning(issue) : issue;
}

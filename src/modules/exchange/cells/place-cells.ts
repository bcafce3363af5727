import type { CellField, PlaceMatch } from './knowledge.ts';
import { type CellProblem, problem, type Read, readAs } from './problem.ts';

/** Several units of one place stand in one cell; `|` would begin the next place. */
const UNIT_SEPARATOR = ';';

interface Units {
  units?: string[];
  historicUnits?: string[];
}

export function readUnits(cell: string, { knowledge }: CellField): Read<Units> {
  const units: string[] = [];
  const historicUnits: string[] = [];
  for (const name of cell
    .split(UNIT_SEPARATOR)
    .map((text) => text.trim())
    .filter(Boolean)) {
    const match = knowledge.place(name);
    if (match.kind !== 'units') return { kind: 'problem', problem: placeProblem(name, match) };
    units.push(...match.units);
    historicUnits.push(...match.historicUnits);
  }
  return readAs({
    ...(units.length > 0 ? { units: [...new Set(units)] } : {}),
    ...(historicUnits.length > 0 ? { historicUnits: [...new Set(historicUnits)] } : {}),
  });
}

type Unfound = Exclude<PlaceMatch, { kind: 'units' }>;

function placeProblem(given: string, match: Unfound): CellProblem {
  if (match.kind === 'ambiguous')
    return problem('ambiguous-place', { given, candidates: match.candidates.join('; ') });
  const { near = [] } = match;
  return near.length > 0
    ? problem('similar-place', { given, candidates: near.join('; ') })
    : problem('unknown-place', { given });
}

/** What the cells of places name, so that the units can be looked up before the rows are read. */
export function unitNames(cell: string): string[] {
  return cell
    .split(/[;|]/)
    .map((text) => text.trim())
    .filter(Boolean);
}

export function writeUnits(units: readonly string[]): string {
  return units.join(`${UNIT_SEPARATOR} `);
}

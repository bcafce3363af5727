/**
 * What can prove that an item is digitised. The place in this list is the bit in which the database tells it; so far
 * the registry can prove the first three, and the module of files is to prove the others.
 */
export const EVIDENCE = [
  'decision',
  'public',
  'described',
  'dossier',
  'images',
  'panorama',
  'model',
  'measured',
  'preserved',
  'used',
] as const;

export type Evidence = (typeof EVIDENCE)[number];

/** Evidence as a number: bit n stands for `EVIDENCE[n]`. */
export type EvidenceBits = number;

export const LEVELS = ['M0', 'M1', 'M2', 'M3', 'M4', 'M5', 'M6'] as const;
export type Level = (typeof LEVELS)[number];

/** What a target asks of an item before it counts. */
export interface Requirement {
  level: Level;
  preserved: boolean;
  used: boolean;
}

/** M0 and M1 are the ground of every other level; from M2 on each level stands on evidence of its own. */
const GROUND: readonly Evidence[] = ['decision', 'public', 'described'];

const NEEDED: Record<Level, readonly Evidence[]> = {
  M0: ['decision'],
  M1: GROUND,
  M2: [...GROUND, 'dossier'],
  M3: [...GROUND, 'images'],
  M4: [...GROUND, 'panorama'],
  M5: [...GROUND, 'model'],
  M6: [...GROUND, 'measured'],
};

function evidenceIn(bits: EvidenceBits): ReadonlySet<Evidence> {
  return new Set(EVIDENCE.filter((_, index) => (bits & (1 << index)) !== 0));
}

/** The highest level that the evidence reaches; null below M0, where the decision itself is not known. */
export function levelOf(bits: EvidenceBits): Level | null {
  const held = evidenceIn(bits);
  return LEVELS.findLast((level) => NEEDED[level].every((one) => held.has(one))) ?? null;
}

function reaches(bits: EvidenceBits, wanted: Level): boolean {
  const level = levelOf(bits);
  return level !== null && LEVELS.indexOf(level) >= LEVELS.indexOf(wanted);
}

/** "Đã số hóa": the level asked for is reached and, where the target wants it, the masters are safe. */
export function isDigitised(bits: EvidenceBits, { level, preserved }: Requirement): boolean {
  return reaches(bits, level) && (!preserved || evidenceIn(bits).has('preserved'));
}

/** "Đã ứng dụng trên nền tảng số": digitised, and used where the target wants it. */
export function isApplied(bits: EvidenceBits, requirement: Requirement): boolean {
  return isDigitised(bits, requirement) && (!requirement.used || evidenceIn(bits).has('used'));
}

/** What an item lacks for a target, in the order of the levels; empty when it counts as applied. */
export function missingFor(bits: EvidenceBits, requirement: Requirement): Evidence[] {
  const held = evidenceIn(bits);
  const wanted = [
    ...(reaches(bits, requirement.level) ? [] : NEEDED[requirement.level]),
    ...(requirement.preserved ? (['preserved'] as const) : []),
    ...(requirement.used ? (['used'] as const) : []),
  ];
  return wanted.filter((one) => !held.has(one));
}

const ALL_BITS: readonly EvidenceBits[] = Array.from({ length: 1 << EVIDENCE.length }, (_, bits) => bits);

/** Every combination of evidence that counts as digitised: what a query for done items looks for. */
export function digitisedBits(requirement: Requirement): EvidenceBits[] {
  return ALL_BITS.filter((bits) => isDigitised(bits, requirement));
}

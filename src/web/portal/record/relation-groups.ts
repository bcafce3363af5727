import type { RelationView } from '#modules/registry/index.ts';

type RelationMeaning = 'whole' | 'keeping' | 'place' | 'people' | 'documents' | 'heritage';

/** Codes of the list relation-type by what they mean to a reader; both directions stand together. */
const MEANINGS: Record<RelationMeaning, readonly string[]> = {
  whole: ['partOf', 'hasPart', 'memberOf', 'hasMember', 'inCollection', 'collects'],
  keeping: ['housedIn', 'holds', 'ownedBy', 'owns', 'managedBy', 'manages'],
  place: [
    'locatedAt',
    'locationOf',
    'practisedAt',
    'hostsPractice',
    'foundAt',
    'findPlaceOf',
    'excavatedIn',
    'yielded',
    'tookPlaceAt',
    'sceneOf',
    'nearTo',
  ],
  people: [
    'practisedBy',
    'practises',
    'worships',
    'worshippedAt',
    'commemorates',
    'commemoratedBy',
    'madeBy',
    'made',
    'foundedBy',
    'founded',
    'participatedIn',
    'hadParticipant',
    'taughtBy',
    'taught',
    'childOf',
    'parentOf',
    'spouseOf',
  ],
  documents: [
    'documents',
    'documentedIn',
    'mentions',
    'mentionedIn',
    'depicts',
    'depictedIn',
    'usesObject',
    'usedIn',
    'copyOf',
    'copiedAs',
    'translationOf',
    'translatedAs',
  ],
  heritage: [],
};

export interface RelationGroup {
  meaning: RelationMeaning;
  types: { type: string; relations: RelationView[] }[];
}

const ORDER = Object.keys(MEANINGS) as RelationMeaning[];

/** Relations by meaning, then by type; what belongs to no other meaning is kindred heritage. */
export function groupRelations(relations: readonly RelationView[]): RelationGroup[] {
  const byMeaning = Map.groupBy(relations, ({ type }) => meaningOf(type));
  return ORDER.flatMap((meaning) => {
    const members = byMeaning.get(meaning);
    if (!members) return [];
    const byType = Map.groupBy(members, ({ type }) => type);
    return [{ meaning, types: [...byType].map(([type, list]) => ({ type, relations: list })) }];
  });
}

function meaningOf(type: string): RelationMeaning {
  return ORDER.find((meaning) => MEANINGS[meaning].includes(type)) ?? 'heritage';
}

import type { Group, Leaf, Rubric, RubricNode } from '@mofan/rubric/rubric';

export interface LeafPlace {
  leaf: Leaf;
  item: Group;
  category: Group;
}

const isLeaf = (node: RubricNode): node is Leaf => !('children' in node);

/** Every criterion with the item and the category that it stands in, in the table's order. */
export const leafPlaces = (rubric: Rubric): LeafPlace[] => placesIn(rubric, []);

/** Of a tree that has other than three levels, the uppermost group and the one right above the criterion. */
const placesIn = (parent: Rubric | Group, path: readonly Group[]): LeafPlace[] =>
  parent.children.flatMap((node) => {
    const below = 'schema' in parent ? path : [...path, parent];
    if (!isLeaf(node)) return placesIn(node, below);
    return [{ leaf: node, item: below.at(-1) ?? parent, category: below[0] ?? parent }];
  });

/** The categories (类型) that the criteria stand in, in the table's order; of a flat table, the table itself. */
export const categoriesOf = (rubric: Rubric): Group[] => [
  ...new Set(leafPlaces(rubric).map(({ category }) => category)),
];

/** The items of a category (考核内容), in the table's order. */
export const itemsOf = (rubric: Rubric, category: Group): Group[] => [
  ...new Set(leafPlaces(rubric).flatMap((place) => (place.category === category ? [place.item] : []))),
];

interface Worth extends Pick<Group, 'points' | 'bonus' | 'penalty'> {
  children?: readonly RubricNode[];
}

/** The points that a line is worth: full marks, or what it adds or takes at most; a group need not say it itself. */
export const worthOf = ({ points, bonus, penalty, children = [] }: Worth): string =>
  points ?? bonus ?? penalty ?? String(children.reduce((sum, child) => sum + Number(worthOf(child)), 0));

/** The criteria that evidence can count for: those that somebody judges. */
export const takesEvidence = ({ from }: Leaf): boolean => from.mark !== undefined;

type Rate = NonNullable<NonNullable<Leaf['from']['cases']>['deduct']>[number];

/** The criterion and the rate that such a case is deducted by; undefined: the table has none for it. */
export const deductionOf = (
  rubric: Rubric,
  { category, role }: { category: string; role: string },
): { leaf: Leaf; rate: Rate } | undefined => {
  const leaf = deductedIn(rubric);
  const rates = leaf?.from.cases?.deduct?.filter((rate) => rate.category === category) ?? [];
  const rate = rates.find((each) => each.role === role) ?? rates.find((each) => each.role === undefined);
  return leaf && rate && { leaf, rate };
};

/** The criterion that cases are deducted in (10.4), if the table has one. */
export const deductedIn = (rubric: Rubric): Leaf | undefined =>
  leafPlaces(rubric).find(({ leaf }) => leaf.from.cases?.deduct !== undefined)?.leaf;

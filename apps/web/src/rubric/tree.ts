import type { Group, Leaf, Rubric, RubricNode } from '@mofan/rubric/rubric';

export interface LeafPlace {
  leaf: Leaf;
  item: Group;
  category: Group;
}

const isLeaf = (node: RubricNode): node is Leaf => 'rule' in node;

/** Every criterion with the item and the category that it stands in, in the table's order. */
export const leafPlaces = (rubric: Rubric): LeafPlace[] =>
  rubric.children.flatMap((category) =>
    category.children.flatMap((item) =>
      isLeaf(item) ? [] : item.children.flatMap((leaf) => (isLeaf(leaf) ? [{ leaf, item, category }] : [])),
    ),
  );

/** The items of a category (考核内容), in the table's order. */
export const itemsOf = (category: Group): Group[] => category.children.filter((node): node is Group => !isLeaf(node));

/** The criteria that evidence can count for: those that somebody judges. */
export const takesEvidence = ({ rule }: Leaf): boolean => rule.kind === 'judged';

/** The criterion that cases are deducted in (10.4), if the table has one. */
export const deductedIn = (rubric: Rubric): Leaf | undefined =>
  leafPlaces(rubric).find(({ leaf }) => leaf.rule.kind === 'deduct')?.leaf;

/** The parts of a table in the order in which their changes are told. */
export const PARTS = [
  'table',
  'line',
  'grade',
  'scale',
  'selection',
  'consequence',
  'input',
  'category',
  'role',
  'metric',
  'evidence-kind',
  'document',
  'ruling',
] as const;
export type Part = (typeof PARTS)[number];

const LISTS: Record<string, Part | undefined> = {
  grades: 'grade',
  scales: 'scale',
  selections: 'selection',
  consequences: 'consequence',
  inputs: 'input',
  categories: 'category',
  roles: 'role',
  metrics: 'metric',
  evidenceKinds: 'evidence-kind',
  documents: 'document',
  rulings: 'ruling',
};

/** The part of a table that a key of it holds. */
export const partOf = (key: string): Part => LISTS[key] ?? 'table';

/** The parts of a unit's facts that hold facts one by one. */
export type FactPart =
  | 'marks'
  | 'records'
  | 'cases'
  | 'earlierCases'
  | 'numbers'
  | 'statements'
  | 'tallies'
  | 'notApplicable'
  | 'decisions'
  | 'previous';

/** Where a fact was written: the way to it in the file, and whether the last key is the name of what it is about. */
export interface Origin {
  path: readonly PropertyKey[];
  named: boolean;
}

/** From which place of a file each fact of a unit was made; ids that were made up lead back to what was written. */
export class Origins {
  private readonly known = new Map<string, Origin>();

  constructor(
    /** the way to the unit */
    private readonly unit: readonly PropertyKey[],
  ) {}

  /** Notes that a fact stands in a list, at a place or below it, or in a map under its name. Its id again. */
  note(part: FactPart, id: string, below: readonly PropertyKey[]): string {
    const key = `${part} ${id}`;
    if (!this.known.has(key))
      this.known.set(key, { path: [...this.unit, part, ...below], named: typeof below.at(-1) === 'string' });
    return id;
  }

  /** A part of the unit that stands in the file, or is missing there. */
  part(name: string): Origin {
    return { path: [...this.unit, name], named: false };
  }

  /** The origin of a fact; of one that nobody noted, the part that it belongs to. */
  of(part: FactPart, id: string): Origin {
    return this.known.get(`${part} ${id}`) ?? { path: [...this.unit, part], named: false };
  }
}

import { Inject } from '@nestjs/common';
import { Query, QueryHandler, type IQueryHandler } from '@nestjs/cqrs';
import type { WhatIf } from '@mofan/contracts/what-if';
import { businessDate } from '@mofan/domain/kernel/business-date';
import type { Rubric } from '@mofan/rubric/rubric';
import type { Alike } from '@mofan/rubric/what-if/alike';
import { readCycleFacts } from '@mofan/store/cycle-facts';
import type { Database } from '@mofan/store/database';
import { Rubrics } from '@mofan/store/rubrics';
import { DATABASE } from '../platform/database.module.ts';
import { Directory } from '../platform/directory.ts';
import { Refused } from '../platform/problem.ts';
import { CheckThreads } from './check/check-threads.ts';

export class AskWhatIf extends Query<WhatIf> {
  constructor(
    readonly cycleId: string,
    readonly after: Rubric,
    readonly leaving: AbortSignal,
  ) {
    super();
  }
}

@QueryHandler(AskWhatIf)
export class AskWhatIfHandler implements IQueryHandler<AskWhatIf> {
  constructor(
    @Inject(DATABASE) private readonly database: Database,
    private readonly directory: Directory,
    private readonly rubrics: Rubrics,
    private readonly threads: CheckThreads,
  ) {}

  async execute({ cycleId, after, leaving }: AskWhatIf): Promise<WhatIf> {
    const [cycle, units] = await Promise.all([this.directory.cycle(cycleId), this.directory.units()]);
    const { hash, compiled: before } = await this.rubrics.pinned(cycle.rubric.hash);
    const assessed = new Set(cycle.participants);
    const participants = [...units.values()].filter(({ unitId }) => assessed.has(unitId));
    const { pool, log } = this.database;
    const facts = await readCycleFacts(
      { models: pool, log },
      { cycleId, unitIds: participants.map(({ unitId }) => unitId), asOf: businessDate(Date.now()) },
    );
    const named = participants.map(({ unitId }) => ({ unit: unitId, facts: facts.get(unitId)! }));
    const asked = await this.threads.run('whatIf', { before: before.published, after, units: named }, leaving);
    if ('unsound' in asked) throw new Refused(422, 'rubric-draft.unsound', { details: { ...asked.unsound } });
    const { units: compared, changes, selections, consequences, ...others } = asked.compared;
    const { title, version } = before.published;
    return {
      cycleId,
      before: { hash, title, version },
      ...others,
      changes: changes.map(({ kind, part, place, zh, en }) => ({ kind, part, place, zh, en })),
      units: compared.map(({ unit, ...rest }, n) => ({ unitId: unit, name: participants[n]!.name, ...rest })),
      selections: selections.map(({ moves, ...rest }) => ({ ...rest, moves: moves.map(byId) })),
      consequences: consequences.map(({ moves, ...rest }) => ({ ...rest, moves: moves.map(byId) })),
    };
  }
}

/** The units of one reason as the contract calls them. */
const byId = <Move extends { unit: string }>({ units, ...reason }: Alike<Move>) => ({
  ...reason,
  units: units.map(({ unit, ...move }) => ({ unitId: unit, ...move })),
});

import { Inject, Injectable, type OnApplicationBootstrap } from '@nestjs/common';
import type { UnitKind } from '@mofan/domain/unit/messages';
import type { Stage } from '@mofan/domain/cycle/messages';
import type { Database } from '@mofan/store/database';
import { DATABASE } from './database.module.ts';
import { Refused } from './problem.ts';
import { ReadPosition } from './read-position.ts';

export interface KnownUnit {
  unitId: string;
  name: string;
  kind: UnitKind;
  branchName: string | null;
}

export interface KnownCycle {
  cycleId: string;
  year: number;
  from: string;
  to: string;
  stage: Stage;
  rubric: { id: string; version: string; hash: string };
  participants: readonly string[];
}

interface Contents {
  units: ReadonlyMap<string, KnownUnit>;
  cycles: ReadonlyMap<string, KnownCycle>;
}

export const dateText = (date: Date): string => date.toISOString().slice(0, 10);

/** Units and cycles, which every page names and which seldom change: kept until the worker says that they did. */
@Injectable()
export class Directory implements OnApplicationBootstrap {
  private contents: Promise<Contents> | undefined;

  constructor(
    @Inject(DATABASE) private readonly database: Database,
    private readonly readPosition: ReadPosition,
  ) {}

  onApplicationBootstrap(): void {
    this.readPosition.heard.subscribe(({ changes }) => {
      if (!changes || changes.some(({ topic }) => topic === 'unit' || topic === 'cycle')) this.contents = undefined;
    });
  }

  /** In the organisational order. */
  async units(): Promise<ReadonlyMap<string, KnownUnit>> {
    return (await this.read()).units;
  }

  /** The latest first. */
  async cycles(): Promise<ReadonlyMap<string, KnownCycle>> {
    return (await this.read()).cycles;
  }

  async unit(unitId: string): Promise<KnownUnit> {
    const unit = (await this.units()).get(unitId);
    if (!unit) throw new Refused(404, 'not-found');
    return unit;
  }

  async cycle(cycleId: string): Promise<KnownCycle> {
    const cycle = (await this.cycles()).get(cycleId);
    if (!cycle) throw new Refused(404, 'cycle.unknown');
    return cycle;
  }

  /** The cycle in which the unit is assessed. A unit that is not answers as one that does not exist. */
  async participation({ cycleId, unitId }: { cycleId: string; unitId: string }): Promise<KnownCycle> {
    const cycle = await this.cycle(cycleId);
    if (!cycle.participants.includes(unitId)) throw new Refused(404, 'not-found');
    return cycle;
  }

  private read(): Promise<Contents> {
    this.contents ??= this.load();
    this.contents.catch(() => (this.contents = undefined));
    return this.contents;
  }

  private async load(): Promise<Contents> {
    const { prisma } = this.database;
    const [units, cycles] = await Promise.all([
      prisma.unit.findMany({ orderBy: [{ sequence: 'asc' }, { unitId: 'asc' }] }),
      prisma.cycle.findMany({ orderBy: [{ year: 'desc' }, { cycleId: 'asc' }] }),
    ]);
    return {
      units: new Map(
        units.map(({ unitId, name, kind, branchName }) => [
          unitId,
          { unitId, name, kind: kind as UnitKind, branchName },
        ]),
      ),
      cycles: new Map(
        cycles.map((row) => [
          row.cycleId,
          {
            cycleId: row.cycleId,
            year: row.year,
            from: dateText(row.periodFrom),
            to: dateText(row.periodTo),
            stage: row.stage as Stage,
            rubric: { id: row.rubricId, version: row.rubricVersion, hash: row.rubricHash },
            participants: row.participants,
          },
        ]),
      ),
    };
  }
}

import { cycle, mustBeOpened, type Cycle, type OpenedCycle } from '@mofan/domain/cycle/cycle';
import type { CycleCommand } from '@mofan/domain/cycle/messages';
import { codecs } from '@mofan/domain/events';
import { evidence } from '@mofan/domain/evidence/evidence';
import type { EvidenceCommand } from '@mofan/domain/evidence/messages';
import { incident } from '@mofan/domain/incident/incident';
import type { IncidentCommand } from '@mofan/domain/incident/messages';
import { DomainError } from '@mofan/domain/kernel/error';
import type { RubricDraftCommand } from '@mofan/domain/rubric-draft/messages';
import { rubricDraft } from '@mofan/domain/rubric-draft/rubric-draft';
import { ruling } from '@mofan/domain/ruling/ruling';
import type { RulingCommand } from '@mofan/domain/ruling/messages';
import { unit } from '@mofan/domain/unit/unit';
import type { UnitCommand } from '@mofan/domain/unit/messages';
import type { VersionName } from '@mofan/domain/rubric-draft/obstacles';
import type { Rubric } from '@mofan/rubric/rubric';
import { carryOut, stateOf, type Request } from './carry-out.ts';
import type { EventLog, Place } from './event-log.ts';
import { sha256 } from './hash.ts';
import { Rubrics } from './rubrics.ts';

/** Every command of the system, each with the facts of other streams that its decision needs. */
export interface Commands {
  unit(command: UnitCommand, request: Request): Promise<Place>;
  cycle(command: CycleCommand, request: Request): Promise<Place>;
  ruling(command: RulingCommand, request: Request): Promise<Place>;
  rubricDraft(command: RubricDraftCommand, request: Request): Promise<Place>;
  evidence(command: EvidenceCommand, request: Request): Promise<Place>;
  incident(command: IncidentCommand, request: Request): Promise<Place>;
}

export const commandsOn = (log: EventLog, rubrics = new Rubrics()): Commands => {
  const unitFounded = async (unitId: string) => (await log.readStream(`unit-${unitId}`)).length > 0;

  const allFounded = async (unitIds: readonly string[]) => (await Promise.all(unitIds.map(unitFounded))).every(Boolean);

  const cycles = new Map<string, { version: number; state: Cycle }>();
  /** Folded once; each command reads only what came since. */
  const openedCycle = async (cycleId: string): Promise<OpenedCycle> => {
    const stream = `cycle-${cycleId}`;
    let { version, state } = cycles.get(stream) ?? { version: 0, state: cycle.initial };
    for (const event of await log.readStream(stream, version)) {
      state = cycle.evolve(state, codecs.cycle.decode(event));
      version = event.version;
    }
    if (version > 0) cycles.set(stream, { version, state });
    return mustBeOpened(state);
  };

  const openedCycles = async (): Promise<OpenedCycle[]> => {
    const states = new Map<string, Cycle>();
    for (const event of await log.readStreamsNamed('cycle-')) {
      states.set(event.stream, cycle.evolve(states.get(event.stream) ?? cycle.initial, codecs.cycle.decode(event)));
    }
    return [...states.values()].map(mustBeOpened);
  };

  const cycleOfEvidence = async (command: EvidenceCommand): Promise<string> => {
    if (command.type === 'SubmitEvidence') return command.cycleId;
    const state = stateOf(evidence, codecs.evidence, await log.readStream(evidence.stream(command)));
    if (state.status === 'unknown') throw new DomainError('evidence.unknown');
    return state.cycleId;
  };

  return {
    unit: (command, request) =>
      carryOut(log, { decider: unit, codec: codecs.unit }, command, request, async () => ({
        parentKnown: command.type !== 'FoundUnit' || !command.parentId || (await unitFounded(command.parentId)),
      })),

    cycle: (command, request) =>
      carryOut(log, { decider: cycle, codec: codecs.cycle }, command, request, async () => {
        if (command.type === 'OpenCycle') await mustKnowRubric(rubrics, command.rubric);
        return {
          unitKnown: await allFounded(unitsIn(command)),
          cycles: command.type === 'OpenCycle' ? await openedCycles() : [],
        };
      }),

    ruling: (command, request) =>
      carryOut(log, { decider: ruling, codec: codecs.rulings }, command, request, async () => ({
        proposed: new Set((await knownRubric(rubrics, command.rubricHash)).rulings.items.map(({ id }) => id)),
      })),

    rubricDraft: (command, request) =>
      carryOut(log, { decider: rubricDraft, codec: codecs['rubric-draft'] }, command, request, async () => ({
        sha256,
        versions: command.type === 'DraftRubric' || command.type === 'PublishRubric' ? await rubrics.list() : [],
      })),

    evidence: (command, request) =>
      carryOut(log, { decider: evidence, codec: codecs.evidence }, command, request, async () => {
        const opened = await openedCycle(await cycleOfEvidence(command));
        const { compiled } = await rubrics.pinned(opened.rubricHash);
        return {
          cycle: opened,
          criteria: new Set(compiled.leaves.filter(({ from }) => from.kind === 'mark').map(({ id }) => id)),
          kinds: new Set(compiled.table.evidenceKinds.map(({ id }) => id)),
        };
      }),

    incident: (command, request) =>
      carryOut(log, { decider: incident, codec: codecs.incident }, command, request, async () => ({
        cycles: command.type === 'ConfirmIncident' ? await openedCycles() : [],
        unitKnown: command.type !== 'RecordIncident' || (await unitFounded(command.unitId)),
      })),
  };
};

const unitsIn = (command: CycleCommand): readonly string[] => {
  switch (command.type) {
    case 'OpenCycle':
      return command.units ?? [];
    case 'AdmitParticipant':
      return [command.unitId];
    case 'AdvanceStage':
      return [];
  }
};

const knownRubric = async (rubrics: Rubrics, hash: string): Promise<Rubric> => {
  const version = await rubrics.find(hash);
  if (!version) throw new DomainError('rubric.unknown', { hash });
  return version.compiled.published;
};

const mustKnowRubric = async (rubrics: Rubrics, { id, version, hash }: VersionName) => {
  const published = await knownRubric(rubrics, hash);
  if (published.id !== id || published.version !== version) throw new DomainError('rubric.other-content', { hash });
};

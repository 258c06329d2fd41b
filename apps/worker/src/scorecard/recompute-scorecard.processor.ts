import { businessDate } from '@mofan/domain/kernel/business-date';
import { Audience } from '@mofan/rubric/scorecard';
import { readUnitHistory, scorecardOf } from '@mofan/store/unit-history';
import type { ClientBase } from 'pg';
import { processor } from '../platform/processor.ts';

const keyOf = ({ cycleId, unitId }: { cycleId: string; unitId: string }) => `${cycleId}/${unitId}`;
const ofUnit = (event: { cycleId: string; unitId: string }) => [keyOf(event)];

/** Every event that can move a figure leads here, at most once per unit and cycle however many came. */
export const recomputeScorecard = processor({
  name: 'recompute-scorecard',
  on: {
    ParticipantAdmitted: ofUnit,
    StageAdvanced: async ({ cycleId }, _, client) =>
      (await participantsOf(client, cycleId)).map((unitId) => keyOf({ cycleId, unitId })),
    EvidenceSubmitted: ofUnit,
    EvidenceResubmitted: ofUnit,
    EvidenceAccepted: ofUnit,
    EvidenceReturned: ofUnit,
    EvidenceWithdrawn: ofUnit,
    IncidentConfirmed: ({ cycleId, unitId, movedFrom }) => [
      keyOf({ cycleId, unitId }),
      ...(movedFrom ? [keyOf({ cycleId: movedFrom, unitId })] : []),
    ],
    IncidentReversed: ofUnit,
  },
  run: async ({ key, lastPosition }, { client, log }) => {
    const [cycleId, unitId] = key.split('/') as [string, string];
    const asOf = businessDate(Date.now());
    const history = await readUnitHistory({ models: client, log }, { cycleId, unitId, asOf });
    await client.query(
      `insert into scorecard (cycle_id, unit_id, audience, body, facts_at, position)
       select $1, $2, card.audience, card.body, $3, $4
       from json_to_recordset($5) as card(audience text, body json)
       on conflict (cycle_id, unit_id, audience)
       do update set body = excluded.body, facts_at = excluded.facts_at, position = excluded.position
       where scorecard.position <= excluded.position`,
      [
        cycleId,
        unitId,
        history.factsAt,
        lastPosition,
        JSON.stringify(Audience.options.map((audience) => ({ audience, body: scorecardOf(history, audience) }))),
      ],
    );
    return [{ topic: 'scorecard', unitId }];
  },
});

const participantsOf = async (client: ClientBase, cycleId: string): Promise<string[]> => {
  const { rows } = await client.query<{ participants: string[] }>(
    'select participants from cycle where cycle_id = $1',
    [cycleId],
  );
  return rows[0]?.participants ?? [];
};

import { Accounts } from '@mofan/store/account';
import { commandsOn } from '@mofan/store/commands';
import type { Database } from '@mofan/store/database';
import { rubricLibrary } from '@mofan/store/rubric-library';
import { businessDate } from '@mofan/domain/kernel/business-date';
import { randomUUID } from 'node:crypto';
import type { Office } from './load.ts';

/** Units, a year that is being tracked, and accounts; written before the first crash. */
export const setUpOffice = async ({ log, prisma }: Database): Promise<Office> => {
  const today = businessDate(Date.now());
  const year = today.slice(0, 4);
  const units = ['window-1', 'section-1', 'company-1', 'station-1'];
  const commands = commandsOn(log);
  const request = () => ({
    envelope: {
      actor: randomUUID(),
      correlation: randomUUID(),
      recordedAt: new Date().toISOString(),
      demonstration: false,
    },
  });
  const founding = { type: 'FoundUnit', kind: 'window', parentId: null, foundedOn: '2020-01-01' } as const;
  for (const [order, unitId] of units.entries()) {
    await commands.unit({ ...founding, unitId, name: unitId, order }, request());
  }
  const [version] = rubricLibrary.values();
  const { hash, compiled } = version!;
  const rubric = { id: compiled.published.id, version: compiled.published.version, hash };
  const opening = { year: Number(year), from: `${year}-01-01`, to: `${year}-12-31`, rubric };
  await commands.cycle({ type: 'OpenCycle', cycleId: year, ...opening }, request());
  for (const unitId of units) await commands.cycle({ type: 'AdmitParticipant', cycleId: year, unitId }, request());
  await commands.cycle({ type: 'AdvanceStage', cycleId: year, to: 'tracking' }, request());

  const accounts = new Accounts(prisma);
  const password = randomUUID();
  const account = { password, demonstration: false };
  for (const role of ['clerk', 'registrar', 'confirmer']) {
    await accounts.create({ ...account, login: role, name: role, role, unitId: null });
  }
  for (const unitId of units) {
    const login = `secretary-${unitId}`;
    await accounts.create({ ...account, login, name: login, role: 'branch-secretary', unitId });
  }
  return { cycleId: year, today, units, password };
};

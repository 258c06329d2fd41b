import { idOf } from './identity.ts';
import { assessedUnits } from './units.ts';

/** An account of the demonstration: a role at a unit, never a person. */
export interface DemonstrationAccount {
  accountId: string;
  login: string;
  name: string;
  role: string;
  unitId: string | null;
}

const account = (login: string, name: string, role: string, unitId: string | null): DemonstrationAccount => ({
  accountId: idOf(`account ${login}`),
  login,
  name,
  role,
  unitId,
});

const TITLES = { 'branch-secretary': '支部书记', 'unit-head': '行政负责人' };

const ofUnits = new Map(
  assessedUnits.map(({ unitId, name, represented }) => [
    unitId,
    account(unitId, `${name} · ${TITLES[represented]}`, represented, unitId),
  ]),
);

export const clerk = account('clerk', '领导小组办公室 · 经办人', 'clerk', 'steering-office');
export const registrar = account('registrar', '机关纪委 · 登记人', 'registrar', 'discipline-committee');
export const confirmer = account('confirmer', '机关纪委 · 确认人', 'confirmer', 'discipline-committee');
export const chair = account('chair', '机关党委 · 主任', 'chair', 'party-committee');
export const administrator = account('admin', '系统管理员', 'administrator', null);

export const demonstrationAccounts: readonly DemonstrationAccount[] = [
  ...ofUnits.values(),
  clerk,
  registrar,
  confirmer,
  chair,
  administrator,
];

/** The account that answers for an assessed unit: its branch secretary or, without one, its head. */
export const representativeOf = (unitId: string): DemonstrationAccount => ofUnits.get(unitId)!;

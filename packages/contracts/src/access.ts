/** Everything that may be asked of the system. A route names one of these or is public. */
export const permissions = [
  'unit.read',
  'unit.manage',
  'cycle.read',
  'cycle.manage',
  'rubric.read',
  'rubric.draft',
  'rubric-draft.read',
  'rubric.publish',
  'rubric.compare',
  'ruling.sign',
  'overview.read',
  'scorecard.read',
  'evidence.read',
  'evidence.submit',
  'evidence.review',
  'incident.read',
  'incident.record',
  'incident.confirm',
  'file.read',
  'file.write',
  'notification.read',
  'operations.read',
] as const;
export type Permission = (typeof permissions)[number];

/** How far a permission reaches: the units that the account stands for, or every unit. */
export type Reach = 'own' | 'all';

export const roles = [
  'branch-secretary',
  'unit-head',
  'clerk',
  'registrar',
  'confirmer',
  'chair',
  'administrator',
] as const;
export type Role = (typeof roles)[number];

type Grants = Partial<Record<Permission, Reach>>;

const everyone: Grants = {
  'cycle.read': 'all',
  'rubric.read': 'all',
  'notification.read': 'own',
};

const ofUnit: Grants = {
  ...everyone,
  'unit.read': 'own',
  'scorecard.read': 'own',
  'evidence.read': 'own',
  'evidence.submit': 'own',
  'incident.read': 'own',
  'file.read': 'own',
  'file.write': 'own',
};

/**
 * What each role may do and how far. The administrator runs the system and reads neither sanctions nor evidence;
 * registrar and confirmer are two roles so that one person cannot be both for a case. Likewise the clerk writes a table
 * and the chair signs and publishes it, neither both; what another version would change shows every unit's marks, so it
 * is for those two alone.
 */
export const grants: Record<Role, Grants> = {
  'branch-secretary': ofUnit,
  'unit-head': ofUnit,
  clerk: {
    ...everyone,
    'unit.read': 'all',
    'cycle.manage': 'all',
    'rubric.draft': 'all',
    'rubric-draft.read': 'all',
    'rubric.compare': 'all',
    'overview.read': 'all',
    'scorecard.read': 'all',
    'evidence.read': 'all',
    'evidence.review': 'all',
    'file.read': 'all',
  },
  registrar: { ...everyone, 'unit.read': 'all', 'incident.read': 'all', 'incident.record': 'all' },
  confirmer: { ...everyone, 'unit.read': 'all', 'incident.read': 'all', 'incident.confirm': 'all' },
  chair: {
    ...everyone,
    'unit.read': 'all',
    'overview.read': 'all',
    'scorecard.read': 'all',
    'evidence.read': 'all',
    'file.read': 'all',
    'rubric-draft.read': 'all',
    'rubric.publish': 'all',
    'rubric.compare': 'all',
    'ruling.sign': 'all',
  },
  administrator: { ...everyone, 'unit.read': 'all', 'unit.manage': 'all', 'operations.read': 'all' },
};

/** How far `role` may use `permission`; undefined where it may not at all. */
export const reachOf = (role: Role, permission: Permission): Reach | undefined => grants[role][permission];

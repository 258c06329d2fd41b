import { z } from 'zod';
import { AppointToPost, EstablishBranch, FoundUnit, Post, UnitKind, VacatePost } from '@mofan/domain/unit/messages';
import { Slug } from '@mofan/domain/kernel/message';
import { endpoint } from './endpoint.ts';
import { After, Recorded } from './wire.ts';

export const UnitRow = z.strictObject({
  unitId: z.string(),
  name: z.string(),
  kind: UnitKind,
  parentId: z.string().nullable(),
  branchName: z.string().nullable(),
  /** which post represents the unit today; null when both are vacant */
  representedBy: Post.nullable(),
});
export type UnitRow = z.infer<typeof UnitRow>;

const params = z.strictObject({ unitId: Slug });

/** In the organisational order (机构序列). */
export const listUnits = endpoint({
  method: 'GET',
  path: '/api/units',
  summary: '单位',
  policy: 'unit.read',
  query: z.strictObject(After),
  response: z.array(UnitRow),
});

export const foundUnit = endpoint({
  method: 'POST',
  path: '/api/units',
  summary: '设立单位',
  policy: 'unit.manage',
  command: true,
  body: FoundUnit.omit({ type: true }),
  response: Recorded,
});

export const establishBranch = endpoint({
  method: 'POST',
  path: '/api/units/{unitId}/branch',
  summary: '成立党支部',
  policy: 'unit.manage',
  command: true,
  params,
  body: EstablishBranch.omit({ type: true, unitId: true }),
  response: Recorded,
});

export const appointToPost = endpoint({
  method: 'POST',
  path: '/api/units/{unitId}/appointments',
  summary: '任职',
  policy: 'unit.manage',
  command: true,
  params,
  body: AppointToPost.omit({ type: true, unitId: true }),
  response: Recorded,
});

export const vacatePost = endpoint({
  method: 'POST',
  path: '/api/units/{unitId}/vacancies',
  summary: '免职',
  policy: 'unit.manage',
  command: true,
  params,
  body: VacatePost.omit({ type: true, unitId: true }),
  response: Recorded,
});

import { z } from 'zod';
import { codec } from '../kernel/codec.ts';
import { BusinessDate, message, OpaqueRef, Slug, Text } from '../kernel/message.ts';

/** 科室、窗口单位、事业站所、国有企业, and the bodies that assess */
export const UnitKind = z.enum(['section', 'window', 'institution', 'enterprise', 'committee', 'office']);
export type UnitKind = z.infer<typeof UnitKind>;

/** 党支部书记、行政一把手 */
export const Post = z.enum(['branch-secretary', 'unit-head']);
export type Post = z.infer<typeof Post>;

const unitId = Slug;
const founding = {
  unitId,
  name: Text(60),
  kind: UnitKind,
  parentId: Slug.nullable(),
  /** place in the organisational order (机构序列) */
  order: z.int().min(0).max(9999),
  foundedOn: BusinessDate,
};
const branch = { unitId, name: Text(60), establishedOn: BusinessDate };
const posting = { unitId, post: Post, holder: OpaqueRef, from: BusinessDate };
const vacancy = { unitId, post: Post, from: BusinessDate };

export const FoundUnit = message('FoundUnit', founding);
export const EstablishBranch = message('EstablishBranch', branch);
export const AppointToPost = message('AppointToPost', posting);
export const VacatePost = message('VacatePost', vacancy);
export const UnitCommand = z.discriminatedUnion('type', [FoundUnit, EstablishBranch, AppointToPost, VacatePost]);
export type UnitCommand = z.infer<typeof UnitCommand>;

export const UnitFounded = message('UnitFounded', founding);
export const BranchEstablished = message('BranchEstablished', branch);
export const AppointedToPost = message('AppointedToPost', posting);
export const PostVacated = message('PostVacated', vacancy);
export const UnitEvent = z.discriminatedUnion('type', [UnitFounded, BranchEstablished, AppointedToPost, PostVacated]);
export type UnitEvent = z.infer<typeof UnitEvent>;

export const unitEvents = codec(UnitEvent);

import type { UnitKind } from '@mofan/domain/unit/messages';

/** A node of the demonstration centre, in the organisational order. */
export interface DemonstrationUnit {
  unitId: string;
  name: string;
  kind: UnitKind;
  parentId: string | null;
  order: number;
}

/** A unit that is assessed, and what its year looks like. */
export interface AssessedUnit extends DemonstrationUnit {
  represented: 'branch-secretary' | 'unit-head';
  /** 党员、支委、党小组、青年 */
  members: number;
  committee: number;
  cells: number;
  youth: number;
  /** the share of what is due that this unit does and records */
  diligence: number;
  /** what it works on, for titles */
  works: readonly string[];
}

/** The unit of the walk: no incident, and fewer group study sessions than the twelve that are due. */
export const WALKED_UNIT = 'road';

export const bodies: readonly DemonstrationUnit[] = [
  { unitId: 'centre', name: '演示中心', kind: 'institution', parentId: null, order: 0 },
  { unitId: 'party-committee', name: '机关党委', kind: 'committee', parentId: 'centre', order: 10 },
  { unitId: 'discipline-committee', name: '机关纪委', kind: 'committee', parentId: 'centre', order: 20 },
  { unitId: 'steering-office', name: '领导小组办公室', kind: 'office', parentId: 'centre', order: 30 },
];

const NEARLY_ALL = 0.95;
const LAGGING = 0.36;

type Size = Pick<AssessedUnit, 'members' | 'committee' | 'cells' | 'youth'>;

const assessed = (
  order: number,
  kind: UnitKind,
  unitId: string,
  name: string,
  size: Size,
  works: readonly string[],
  varying: Partial<Pick<AssessedUnit, 'represented' | 'diligence'>> = {},
): AssessedUnit => ({
  unitId,
  name,
  kind,
  parentId: 'centre',
  order,
  ...size,
  works,
  represented: 'branch-secretary',
  diligence: NEARLY_ALL,
  ...varying,
});

const small: Size = { members: 9, committee: 3, cells: 1, youth: 4 };
const middling: Size = { members: 17, committee: 3, cells: 2, youth: 7 };
const large: Size = { members: 28, committee: 5, cells: 3, youth: 11 };

export const assessedUnits: readonly AssessedUnit[] = [
  assessed(110, 'section', 'general', '综合科', middling, ['公文运转', '督查督办', '政务信息']),
  assessed(120, 'section', 'finance', '计划财务科', small, ['预算执行', '资金支付', '资产盘点']),
  assessed(130, 'section', 'works', '工程管理科', middling, ['市政道路改造', '在建项目进度', '竣工验收']),
  assessed(140, 'section', 'quality', '质量安全科', { ...small, cells: 2 }, ['安全生产检查', '质量抽检', '隐患整治'], {
    diligence: 0.84,
  }),
  assessed(210, 'institution', WALKED_UNIT, '道路设施所', { ...middling, members: 23, cells: 3 }, [
    '路面坑槽修补',
    '人行道修复',
    '道路巡查',
  ]),
  assessed(220, 'institution', 'drainage', '排水设施所', large, ['管网清淤', '泵站运行', '防汛排涝']),
  assessed(230, 'institution', 'bridge', '桥隧管养所', middling, ['桥梁检测', '隧道养护', '伸缩缝更换'], {
    diligence: LAGGING,
  }),
  assessed(240, 'institution', 'lighting', '照明管理所', middling, ['路灯维护', '背街小巷亮灯', '节能改造']),
  assessed(
    250,
    'institution',
    'greening',
    '园林绿化站',
    { ...small, members: 12, cells: 2 },
    ['行道树修剪', '口袋公园管护', '绿地补植'],
    {
      represented: 'unit-head',
      diligence: 0.88,
    },
  ),
  assessed(310, 'window', 'service-window', '市政服务窗口', { ...small, members: 11, cells: 2 }, [
    '占道审批',
    '接水排水报装',
    '投诉受理',
  ]),
  assessed(320, 'enterprise', 'construction', '城建投资公司', large, ['项目融资', '片区开发', '工程代建']),
  assessed(330, 'enterprise', 'parking', '停车服务公司', middling, ['泊位管理', '智慧停车', '收费服务'], {
    diligence: LAGGING,
  }),
];

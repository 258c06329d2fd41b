import type { UnitEvent, UnitKind } from '@mofan/domain/unit/messages';
import type { Tenure } from '@mofan/domain/unit/unit';
import { projection } from '../platform/projection.ts';

type UnitRow = {
  unitId: string;
  name: string;
  kind: UnitKind;
  parentId: string | null;
  sequence: number;
  branchName: string | null;
  tenures: Tenure[];
};

export const unitProjection = projection<UnitRow>()<UnitEvent>({
  name: 'unit',
  version: 1,
  keyColumn: 'unitId',
  topic: 'unit',
  key: ({ unitId }) => unitId,
  unitOf: ({ unitId }) => unitId,
  on: {
    UnitFounded: (_, { unitId, name, kind, parentId, order }) => ({
      unitId,
      name,
      kind,
      parentId,
      sequence: order,
      branchName: null,
      tenures: [],
    }),
    BranchEstablished: (row, { name }) => ({ ...row, branchName: name }),
    AppointedToPost: (row, { post, holder, from }) => ({ ...row, tenures: [...row.tenures, { post, holder, from }] }),
    PostVacated: (row, { post, from }) => ({ ...row, tenures: [...row.tenures, { post, holder: null, from }] }),
  },
});

import type { NotificationRow } from '@mofan/contracts/notification';

/** Where a notice leads: to what it is about. */
export const pathOf = ({ type, id, cycleId, unitId }: NotificationRow['subject']): string => {
  switch (type) {
    case 'evidence':
      return `/evidence/${id}`;
    case 'incident':
      return `/incidents/${id}`;
    case 'leaf':
      return cycleId && unitId ? `/cycles/${cycleId}/units/${unitId}/scorecard?leaf=${id}` : '/';
  }
};

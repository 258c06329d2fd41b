import type { WhatIf } from '@mofan/contracts/what-if';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { Reasons } from './reasons.tsx';

/** Units that move for the same reason, and below them the reason once. `children` says one unit's move. */
export const Alike = <Move extends { unitId: string }>({
  asked,
  moves,
  children,
}: {
  asked: WhatIf;
  moves: readonly { because: number[]; together: boolean; units: Move[] }[];
  children: (move: Move) => ReactNode;
}) => {
  const { t } = useTranslation();
  return moves.map(({ because, together, units }) => (
    <div key={units[0]!.unitId} className="moves-alike">
      <ul>
        {units.map((move) => (
          <li key={move.unitId}>{children(move)}</li>
        ))}
      </ul>
      {together && <p className="note">{t('rubric.together')}</p>}
      <Reasons asked={asked} because={because} />
    </div>
  ));
};

import { valueOf } from './format.ts';

interface Props {
  points: string;
  floor: string;
  ceiling: string;
  /** what lies above the ceiling has been taken away by rule */
  deducted?: boolean | undefined;
}

/** Solid is settled, striped is open, plum is deducted. The figure beside it says the same in digits. */
export const IntervalBar = ({ points, floor, ceiling, deducted }: Props) => {
  const [low, high, full] = [valueOf(floor), valueOf(ceiling), valueOf(points)];
  const share = (value: number) => `${Math.max(0, Math.min(100, (value / (full || 1)) * 100))}%`;
  return (
    <div className="interval" aria-hidden="true">
      <i style={{ left: 0, width: share(low) }} />
      {high > low && <i className="open" style={{ left: share(low), width: share(high - low) }} />}
      {deducted && high < full && <i className="lost" style={{ left: share(high), right: 0 }} />}
    </div>
  );
};

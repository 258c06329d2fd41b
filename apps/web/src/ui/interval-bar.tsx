interface Props {
  points: string;
  floor: string;
  ceiling: string;
  /** what lies above the ceiling has been taken away by rule */
  deducted?: boolean | undefined;
}

/** Solid is settled, striped is open, plum is deducted. The figure beside it says the same in digits. */
export const IntervalBar = ({ points, floor, ceiling, deducted }: Props) => {
  const share = (value: string) => `${Math.max(0, Math.min(100, (Number(value) / (Number(points) || 1)) * 100))}%`;
  return (
    <div className="interval" aria-hidden="true">
      <i style={{ left: 0, width: share(floor) }} />
      {Number(ceiling) > Number(floor) && (
        <i className="open" style={{ left: share(floor), width: share(String(Number(ceiling) - Number(floor))) }} />
      )}
      {deducted && Number(ceiling) < Number(points) && (
        <i className="lost" style={{ left: share(ceiling), right: 0 }} />
      )}
    </div>
  );
};

interface Coverage {
  covered: number;
  coverable: number;
}

/** How loud a gap is, from 0 (all criteria have evidence) to 4 (none has). */
export const gapOf = ({ covered, coverable }: Coverage): 0 | 1 | 2 | 3 | 4 => {
  if (covered >= coverable) return 0;
  if (covered === 0) return 4;
  const share = covered / coverable;
  if (share >= 0.75) return 1;
  return share >= 0.5 ? 2 : 3;
};

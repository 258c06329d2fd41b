let last: string | undefined;

/** Keeps the place in the log that the latest command of this page wrote at. */
export const rememberPosition = (position: string) => {
  last = position;
};

export const forgetPosition = () => {
  last = undefined;
};

/** For a query: show at least what this page wrote itself. */
export const afterOwn = (): { after?: string } => (last ? { after: last } : {});

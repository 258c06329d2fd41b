const LONGEST = 16;

/** The beginning of a title, as much as stands in a sentence among others. */
export const shortTitle = (title: string): string => (title.length > LONGEST ? `${title.slice(0, LONGEST)}…` : title);

/** The same sentences in another language: every key, any words. */
export type Said<Sentences> = {
  [Key in keyof Sentences]: Sentences[Key] extends string ? string : Said<Sentences[Key]>;
};

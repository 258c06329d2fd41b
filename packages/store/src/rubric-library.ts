import yueqing2020 from '@mofan/rubric/rubrics/yueqing-2020.json' with { type: 'json' };
import { canonical, loadRubric } from '@mofan/rubric/load';
import type { CompiledRubric } from '@mofan/rubric/compile';
import { sha256 } from './hash.ts';

export interface RubricVersion {
  /** SHA-256 of the canonical content, hex: what a cycle pins */
  hash: string;
  compiled: CompiledRubric;
}

/** The content that was pinned before rulings could say which findings of the linter they settle. */
const beforeSettles = ({ rulings, ...content }: typeof yueqing2020) => ({
  ...content,
  rulings: { ...rulings, items: rulings.items.map((ruling) => ({ ...ruling, settles: undefined })) },
});

/**
 * Every rubric version that this program carries, by content hash, the newest first: a year goes on with the content it
 * pinned. Loading one checks it whole.
 */
export const rubricLibrary: ReadonlyMap<string, RubricVersion> = new Map(
  [yueqing2020, beforeSettles(yueqing2020)].map((content) => {
    const compiled = loadRubric(content);
    const hash = sha256(canonical(compiled.published));
    return [hash, { hash, compiled }];
  }),
);

/** The version that a cycle pinned. Throws when this program does not carry it: its figures would be guesses. */
export const rubricVersion = (hash: string): RubricVersion => {
  const version = rubricLibrary.get(hash);
  if (!version) throw new Error(`this program does not carry the rubric version ${hash}`);
  return version;
};

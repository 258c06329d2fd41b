import first2020 from '@mofan/rubric/rubrics/first-schema/yueqing-2020.json' with { type: 'json' };
import yueqing2020 from '@mofan/rubric/rubrics/yueqing-2020.json' with { type: 'json' };
import type { CompiledRubric } from '@mofan/rubric/compiled';
import { readContent } from '@mofan/rubric/content';
import { loadParsed } from '@mofan/rubric/load';
import { sha256 } from './hash.ts';

export interface RubricVersion {
  /** SHA-256 of the canonical content, hex: what a cycle pins */
  hash: string;
  compiled: CompiledRubric;
}

/** The content that was pinned before rulings could say which findings of the linter they settle. */
const beforeSettles = ({ rulings, ...content }: typeof first2020) => ({
  ...content,
  rulings: { ...rulings, items: rulings.items.map((ruling) => ({ ...ruling, settles: undefined })) },
});

/**
 * Every rubric version that this program carries, by content hash, the newest first: a year goes on with the content it
 * pinned, whatever schema that was written in. Loading one checks it whole.
 */
export const rubricLibrary: ReadonlyMap<string, RubricVersion> = new Map(
  [yueqing2020, first2020, beforeSettles(first2020)].map((content) => {
    const { rubric, canonical } = readContent(content);
    const hash = sha256(canonical);
    return [hash, { hash, compiled: loadParsed(rubric, 'all') }];
  }),
);

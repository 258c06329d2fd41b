import { z } from 'zod';
import { Slug, Uuid } from '@mofan/domain/kernel/message';
import { RubricHash } from '@mofan/domain/cycle/messages';
import { endpoint } from './endpoint.ts';
import { RubricChange } from './rubric-draft.ts';

const Sentence = z.strictObject({ zh: z.string(), en: z.string() });

/** The places that a unit may still come to have, both the same where it is settled; null: it has none. */
const PlaceRange = z.strictObject({ best: z.int(), worst: z.int() }).nullable();

/** Decimals of the table's places, and the same in words with the grade's title, or why there is no figure. */
const Standing = z.strictObject({
  floor: z.string(),
  ceiling: z.string(),
  grade: z.string().nullable(),
  place: PlaceRange,
  zh: z.string(),
  en: z.string(),
});

/** Places in the list of changes. */
const because = z.array(z.int());

const MovedLine = z.strictObject({
  line: z.string(),
  /** null: that table has no such line */
  before: Sentence.nullable(),
  after: Sentence.nullable(),
  because,
  /** not each of them would have made a difference by itself */
  together: z.boolean(),
  /** lines that its rule reads and that moved */
  follows: z.array(z.string()),
});

const Choice = z.strictObject({
  places: z.int(),
  /** units */
  chosen: z.array(z.string()),
  tied: z.array(z.string()),
  open: z.array(z.string()),
});

const ChoicePlace = z.enum(['chosen', 'tied', 'open', 'not-chosen', 'not-eligible']);
export type ChoicePlace = z.infer<typeof ChoicePlace>;

/** Moves for the same reason, each unit in the same shape. */
const alike = <Move extends z.ZodType>(move: Move) =>
  z.array(
    z.strictObject({
      /** without each of these changes it would have come out otherwise */
      because,
      /** not each of them would have made a difference by itself */
      together: z.boolean(),
      units: z.array(move),
    }),
  );

/** What follows for a unit, or its part of a pot, as in a scorecard and in words. */
const Happening = z.strictObject({
  open: z.boolean(),
  due: z.string().nullable(),
  floor: z.string().nullable(),
  ceiling: z.string().nullable(),
  zh: z.string(),
  en: z.string(),
});

/** The units of a year under another version: who moves, who is chosen, what follows, by which rule. With marks, as assessors see them. */
export const WhatIf = z.strictObject({
  cycleId: z.string(),
  before: z.strictObject({ hash: z.string(), title: z.string(), version: z.string() }),
  /** what the whole table is called among the lines */
  total: z.string(),
  /** what differs between the tables as they are read, rulings applied */
  changes: z.array(RubricChange),
  /** in the organisational order */
  units: z.array(
    z.strictObject({
      unitId: z.string(),
      name: z.string(),
      /** its total, its place or a line of it is another */
      moved: z.boolean(),
      before: Standing,
      after: Standing,
      /** its place is told otherwise, but may turn out to be the same */
      placeOpen: z.boolean(),
      change: z.string().nullable(),
      because,
      becauseOfOthers: z.boolean(),
      lines: z.array(MovedLine),
    }),
  ),
  /** of every line that moved for some unit, what it is called and its rule under either version */
  rules: z.array(
    z.strictObject({
      line: z.string(),
      title: Sentence,
      before: Sentence.nullable(),
      after: Sentence.nullable(),
    }),
  ),
  selections: z.array(
    z.strictObject({
      selection: z.string(),
      title: z.string(),
      group: z.string(),
      before: Choice.nullable(),
      after: Choice.nullable(),
      /** who is chosen, or tied over the last place, under one version and not so under the other */
      moves: alike(
        z.strictObject({ unitId: z.string(), before: ChoicePlace.nullable(), after: ChoicePlace.nullable() }),
      ),
    }),
  ),
  consequences: z.array(
    z.strictObject({
      consequence: z.string(),
      title: z.string(),
      /** the version that has none such */
      lacking: z.enum(['before', 'after']).nullable(),
      /** for whom it follows otherwise; null: not at all */
      moves: alike(z.strictObject({ unitId: z.string(), before: Happening.nullable(), after: Happening.nullable() })),
    }),
  ),
  /** what facts name and one of the versions lacks */
  oneSided: z.array(
    z.strictObject({
      kind: z.enum(['line', 'input', 'evidence-kind', 'category']),
      name: z.string(),
      /** as it stands in a sentence */
      called: Sentence,
      lacking: z.enum(['before', 'after']),
      units: z.int(),
    }),
  ),
});
export type WhatIf = z.infer<typeof WhatIf>;

const ofCycle = z.strictObject({ cycleId: Slug });

export const askWhatIf = endpoint({
  method: 'GET',
  path: '/api/rubrics/{hash}/what-if',
  summary: '如果用这一版',
  policy: 'rubric.compare',
  params: z.strictObject({ hash: RubricHash }),
  query: ofCycle,
  response: WhatIf,
});

export const askWhatIfDraft = endpoint({
  method: 'GET',
  path: '/api/rubric-drafts/{draftId}/what-if',
  summary: '如果用这份草稿',
  policy: 'rubric.compare',
  params: z.strictObject({ draftId: Uuid }),
  query: ofCycle,
  response: WhatIf,
});

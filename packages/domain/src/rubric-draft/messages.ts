import { z } from 'zod';
import { Rubric } from '@mofan/rubric/rubric';
import { RubricHash } from '../cycle/messages.ts';
import { codec } from '../kernel/codec.ts';
import { BusinessDate, message, Text, Uuid } from '../kernel/message.ts';
import { RulingId } from '../ruling/messages.ts';

/** What a table's source may hold: lines of text, as long as its reader takes. */
export const RubricText = z
  .string()
  .min(1)
  .max(500_000)
  .regex(/^[\P{Cc}\t\n\r]*$/u)
  .regex(/^\P{Cs}*$/u);

const draftId = Uuid;
/** which state of the text is meant, counted from 1: nobody signs, publishes or overwrites what they have not seen */
const edition = z.int().min(1);
const drafting = {
  draftId,
  basedOn: RubricHash.nullable(),
  origin: z.enum(['copy', 'import']),
  text: RubricText,
};

/** `content` is what `text` reads as: the decision cannot read YAML. */
export const DraftRubric = message('DraftRubric', { ...drafting, content: Rubric });
export const ReviseRubric = message('ReviseRubric', { draftId, edition, text: RubricText, content: Rubric });
/** `office`: in whose name they are signed, never a person's. */
export const SignDraftRulings = message('SignDraftRulings', {
  draftId,
  edition,
  rulings: z.array(RulingId).min(1).max(200),
  office: Text(60),
});
/** What the check of a table by itself may find against it. */
export const Contradiction = z.strictObject({
  code: z.enum(['rubric-draft.errors-open', 'rubric-draft.unsound']),
  details: z.record(z.string(), z.union([z.string(), z.number()])),
});
export type Contradiction = z.infer<typeof Contradiction>;
/** `contradictions`: what the check found in `content`; it takes too long to be part of a decision. */
export const PublishRubric = message('PublishRubric', {
  draftId,
  edition,
  content: Rubric,
  contradictions: z.array(Contradiction),
});
export const DiscardRubricDraft = message('DiscardRubricDraft', { draftId });
export const RubricDraftCommand = z.discriminatedUnion('type', [
  DraftRubric,
  ReviseRubric,
  SignDraftRulings,
  PublishRubric,
  DiscardRubricDraft,
]);
export type RubricDraftCommand = z.infer<typeof RubricDraftCommand>;

/** A ruling as it stands in a text; `says`: all of it as canonical JSON, so that any change shows. */
const DraftRuling = z.strictObject({ id: RulingId, says: z.string() });
export type DraftRuling = z.infer<typeof DraftRuling>;

const said = { title: z.string(), version: z.string(), rulings: z.array(DraftRuling) };
export const RubricDrafted = message('RubricDrafted', { ...drafting, ...said });
/** `withdrawn`: signatures that the new text no longer bears out */
export const RubricRevised = message('RubricRevised', {
  draftId,
  text: RubricText,
  ...said,
  withdrawn: z.array(RulingId),
});
export const DraftRulingsSigned = message('DraftRulingsSigned', {
  draftId,
  rulings: z.array(RulingId).min(1),
  office: z.string(),
  signedOn: BusinessDate,
});
/** The content as any later program can read it: in the schema that it names, signatures included. */
export const RubricPublished = message('RubricPublished', {
  draftId,
  rubric: z.strictObject({ id: z.string(), version: z.string(), hash: RubricHash }),
  title: z.string(),
  content: z.record(z.string(), z.json()),
  publishedOn: BusinessDate,
});
export const RubricDraftDiscarded = message('RubricDraftDiscarded', { draftId });
export const RubricDraftEvent = z.discriminatedUnion('type', [
  RubricDrafted,
  RubricRevised,
  DraftRulingsSigned,
  RubricPublished,
  RubricDraftDiscarded,
]);
export type RubricDraftEvent = z.infer<typeof RubricDraftEvent>;

export const rubricDraftEvents = codec(RubricDraftEvent);

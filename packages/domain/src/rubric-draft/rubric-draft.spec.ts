import type { Rubric } from '@mofan/rubric/rubric';
import { describe, expect, it } from 'vitest';
import { scenario } from '../kernel/scenario.ts';
import { rulingsOf } from './draft-rulings.ts';
import { RubricDraftCommand, type RubricDraftEvent } from './messages.ts';
import { contradictionsIn } from './obstacles.ts';
import { rubricDraft } from './rubric-draft.ts';
import { table, unread } from './table.fixture.ts';

const draftId = '11111111-1111-4111-8111-111111111111';
const base = 'b'.repeat(64);
const hash = 'c'.repeat(64);
const office = '机关党委';
const given = scenario(rubricDraft, {
  today: '2026-03-01',
  versions: [{ id: 'small', version: '2020', hash: base }],
  sha256: () => hash,
});

const said = (content: Rubric) => ({ title: content.title, version: content.version, rulings: rulingsOf(content) });
const draft = { type: 'DraftRubric', draftId, basedOn: base, origin: 'copy', text: 'a', content: table() } as const;
const drafted = (content = table()): RubricDraftEvent => ({
  type: 'RubricDrafted',
  draftId,
  basedOn: base,
  origin: 'copy',
  text: 'a',
  ...said(content),
});
const revise = (text: string, content: Rubric, edition = 1) =>
  ({ type: 'ReviseRubric', draftId, edition, text, content }) satisfies RubricDraftCommand;
const revised = (text: string, content: Rubric, ...withdrawn: string[]): RubricDraftEvent => ({
  type: 'RubricRevised',
  draftId,
  text,
  ...said(content),
  withdrawn,
});
const sign = (edition = 1, ...rulings: string[]) =>
  ({ type: 'SignDraftRulings', draftId, edition, rulings, office }) satisfies RubricDraftCommand;
const signed: RubricDraftEvent = {
  type: 'DraftRulingsSigned',
  draftId,
  rulings: ['A01'],
  office,
  signedOn: '2026-03-01',
};
const publish = (content: Rubric, edition = 1) =>
  ({
    type: 'PublishRubric',
    draftId,
    edition,
    content,
    contradictions: contradictionsIn(content),
  }) satisfies RubricDraftCommand;
const published: RubricDraftEvent = {
  type: 'RubricPublished',
  draftId,
  rubric: { id: 'small', version: '2026', hash },
  title: '小表',
  content: {},
  publishedOn: '2026-03-01',
};
const discard = { type: 'DiscardRubricDraft', draftId } as const;
const discarded: RubricDraftEvent = { type: 'RubricDraftDiscarded', draftId };

const [item] = table().rulings.items;
const reworded = table({ rulings: { proposedOn: '2026-01-02', items: [{ ...item, reading: '5分为好' }] } });
const repatched = table({
  rulings: { proposedOn: '2026-01-02', items: [{ ...item, patch: { scales: { judged: { step: '0.5' } } } }] },
});
const presigned = table({
  rulings: { proposedOn: '2026-01-02', items: [{ ...item, signed: { on: '2020-01-01', by: '某人' } }] },
});

describe('a draft 指标草稿', () => {
  it('has a stream of its own', () => expect(rubricDraft.stream(discard)).toBe(`rubric-draft-${draftId}`));
  it('begins with a text', () => given().when(draft).then(drafted()));
  it('begins once', () => given(drafted()).when(draft).thenRejected('rubric-draft.already-drafted'));
  it('is based on a version that exists', () =>
    given()
      .when({ ...draft, basedOn: 'd'.repeat(64) })
      .thenRejected('rubric.unknown'));
  it('may be based on none', () =>
    given()
      .when({ ...draft, basedOn: null, origin: 'import' })
      .then({ ...drafted(), basedOn: null, origin: 'import' } as RubricDraftEvent));
  it('that nobody began is unknown', () => given().when(discard).thenRejected('rubric-draft.unknown'));
  it('has a text of bounded length', () =>
    expect(RubricDraftCommand.safeParse(revise('a'.repeat(500_001), table())).success).toBe(false));
});

describe('a revision', () => {
  it('replaces the text', () => given(drafted()).when(revise('b', unread)).then(revised('b', unread)));
  it('of nothing is none', () => given(drafted()).when(revise('a', table())).then());
  it('of a text that has moved on is refused', () =>
    given(drafted(), revised('b', unread)).when(revise('c', table())).thenRejected('rubric-draft.revised-meanwhile'));
  it('withdraws the signature under a ruling that says something else', () =>
    given(drafted(), signed)
      .when(revise('b', reworded))
      .then(revised('b', reworded, 'A01')));
  it('withdraws the signature under a ruling that does something else', () =>
    given(drafted(), signed)
      .when(revise('b', repatched))
      .then(revised('b', repatched, 'A01')));
  it('withdraws the signature under a ruling that is gone', () =>
    given(drafted(), signed)
      .when(revise('b', unread))
      .then(revised('b', unread, 'A01')));
  it('keeps the signature under a ruling that stands', () =>
    given(drafted(), signed)
      .when(revise('b', table({ title: '另一个' })))
      .then(revised('b', table({ title: '另一个' }))));
  it('withdraws a signature once', () =>
    given(drafted(), signed, revised('b', reworded, 'A01'))
      .when(revise('c', unread, 2))
      .then(revised('c', unread)));
});

describe('signing 签发', () => {
  it('is by office and date', () => given(drafted()).when(sign(1, 'A01')).then(signed));
  it('again is a harmless repetition', () => given(drafted(), signed).when(sign(1, 'A01')).then());
  it('of what the text does not have is refused', () =>
    given(drafted())
      .when(sign(1, 'A01', 'Z99'))
      .thenRejected('ruling.unknown'));
  it('of what has been reworded meanwhile is refused', () =>
    given(drafted(), revised('b', reworded)).when(sign(1, 'A01')).thenRejected('rubric-draft.revised-meanwhile'));
  it('is needed again after the signature was withdrawn', () =>
    given(drafted(), signed, revised('b', reworded, 'A01'))
      .when(publish(reworded, 2))
      .thenRejected('rubric-draft.rulings-unsigned'));
});

describe('publishing 发布', () => {
  const publishedBy = (content: Rubric) => {
    const history = [drafted(content), signed].filter(({ type }) => content !== unread || type !== signed.type);
    return given(...history).when(publish(content));
  };

  it('carries the content with its signatures, by office, and its hash', () => {
    const content = table({
      rulings: { proposedOn: '2026-01-02', items: [{ ...item, signed: { on: '2026-03-01', by: office } }] },
    });
    publishedBy(table()).then({
      ...published,
      content: JSON.parse(JSON.stringify(content)),
    } as RubricDraftEvent);
  });
  it('does not take a signature from the text', () =>
    given(drafted(presigned)).when(publish(presigned)).thenRejected('rubric-draft.rulings-unsigned'));
  it('is refused while a contradiction is open', () => publishedBy(unread).thenRejected('rubric-draft.errors-open'));
  it('is refused while a ruling waits for its signature', () =>
    given(drafted()).when(publish(table())).thenRejected('rubric-draft.rulings-unsigned'));
  it('is refused under the name of a version that exists', () =>
    publishedBy(table({ version: '2020' })).thenRejected('rubric-draft.version-taken'));
  it('is refused when the sums do not agree', () =>
    publishedBy(table({ points: '9' })).thenRejected('rubric-draft.errors-open'));
  it('is refused when the table cannot be computed', () =>
    publishedBy(table({ grades: [] })).thenRejected('rubric-draft.unsound'));
  it('of what has been revised meanwhile is refused', () =>
    given(drafted(), signed, revised('b', table({ title: '另一个' })))
      .when(publish(table()))
      .thenRejected('rubric-draft.revised-meanwhile'));
});

describe('afterwards nothing changes', () => {
  it.each<[string, RubricDraftCommand]>([
    ['revised', revise('b', unread)],
    ['signed', sign(1, 'A01')],
    ['published', publish(table())],
    ['discarded', discard],
  ])('what was published is not %s', (_, command) =>
    given(drafted(), signed, published).when(command).thenRejected('rubric-draft.is-published'),
  );
  it('what was discarded is not revised', () =>
    given(drafted(), discarded).when(revise('b', unread)).thenRejected('rubric-draft.is-discarded'));
  it('what was discarded is discarded', () => given(drafted(), discarded).when(discard).then());
  it('a draft is discarded', () => given(drafted()).when(discard).then(discarded));
});

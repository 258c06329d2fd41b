import { readContent } from '@mofan/rubric/content';
import type { Decider, Facts } from '../kernel/decider.ts';
import { DomainError } from '../kernel/error.ts';
import { rulingsOf, withSignatures, type Signature } from './draft-rulings.ts';
import type { RubricDraftCommand, RubricDraftEvent } from './messages.ts';
import { obstaclesTo, type VersionName } from './obstacles.ts';

interface RubricDraftFacts extends Facts {
  /** every version that exists */
  versions: readonly VersionName[];
  sha256(text: string): string;
}

type RubricDraft = { status: 'unknown' } | OpenDraft | { status: 'published' | 'discarded' };

interface OpenDraft {
  status: 'open';
  edition: number;
  text: string;
  /** by id, what each ruling says */
  rulings: ReadonlyMap<string, string>;
  signatures: ReadonlyMap<string, Signature>;
}

/** 指标草稿: a version in the making. Once it is published it never changes; another change takes another draft. */
export const rubricDraft: Decider<RubricDraft, RubricDraftCommand, RubricDraftEvent, RubricDraftFacts> = {
  stream: ({ draftId }) => `rubric-draft-${draftId}`,
  initial: { status: 'unknown' },
  decide: (state, command, { versions, sha256, today }) => {
    switch (command.type) {
      case 'DraftRubric': {
        if (state.status !== 'unknown') throw new DomainError('rubric-draft.already-drafted');
        const { draftId, basedOn, origin, text, content } = command;
        if (basedOn && !versions.some(({ hash }) => hash === basedOn)) throw new DomainError('rubric.unknown');
        return [{ type: 'RubricDrafted', draftId, basedOn, origin, text, ...saidIn(content) }];
      }
      case 'ReviseRubric': {
        const { text, signatures, rulings } = mustBeAt(state, command);
        if (command.text === text) return [];
        const said = saidIn(command.content);
        const now = new Map(said.rulings.map(({ id, says }) => [id, says]));
        const withdrawn = [...signatures.keys()].filter((id) => now.get(id) !== rulings.get(id));
        return [{ type: 'RubricRevised', draftId: command.draftId, text: command.text, ...said, withdrawn }];
      }
      case 'SignDraftRulings': {
        const { rulings, signatures } = mustBeAt(state, command);
        const unknown = command.rulings.find((id) => !rulings.has(id));
        if (unknown) throw new DomainError('ruling.unknown', { ruling: unknown });
        const signed = [...new Set(command.rulings)].filter((id) => !signatures.has(id));
        const { draftId, office } = command;
        return signed.length ? [{ type: 'DraftRulingsSigned', draftId, rulings: signed, office, signedOn: today }] : [];
      }
      case 'PublishRubric': {
        const { signatures } = mustBeAt(state, command);
        const signed = new Set(signatures.keys());
        const [obstacle] = obstaclesTo(command.content, command.contradictions, { signed, versions });
        if (obstacle) throw new DomainError(obstacle.code, obstacle.details);
        const { rubric, canonical } = readContent(withSignatures(command.content, signatures));
        const { id, version, title } = rubric;
        return [
          {
            type: 'RubricPublished',
            draftId: command.draftId,
            rubric: { id, version, hash: sha256(canonical) },
            title,
            content: JSON.parse(canonical) as Extract<RubricDraftEvent, { type: 'RubricPublished' }>['content'],
            publishedOn: today,
          },
        ];
      }
      case 'DiscardRubricDraft':
        if (state.status === 'discarded') return [];
        mustBeOpen(state);
        return [{ type: 'RubricDraftDiscarded', draftId: command.draftId }];
    }
  },
  evolve: (state, event) => {
    switch (event.type) {
      case 'RubricDrafted':
        return { status: 'open', edition: 1, text: event.text, rulings: byId(event), signatures: new Map() };
      case 'RubricRevised': {
        const { edition, signatures } = mustBeOpen(state);
        const kept = [...signatures].filter(([id]) => !event.withdrawn.includes(id));
        const { text } = event;
        return { status: 'open', edition: edition + 1, text, rulings: byId(event), signatures: new Map(kept) };
      }
      case 'DraftRulingsSigned': {
        const draft = mustBeOpen(state);
        const signature = { on: event.signedOn, office: event.office };
        const signed = event.rulings.map((id) => [id, signature] as const);
        return { ...draft, signatures: new Map([...draft.signatures, ...signed]) };
      }
      case 'RubricPublished':
        return { status: 'published' };
      case 'RubricDraftDiscarded':
        return { status: 'discarded' };
    }
  },
  takes: (events) => {
    const published = events.find((event) => event.type === 'RubricPublished');
    if (!published) return undefined;
    const { id, version } = published.rubric;
    return {
      name: JSON.stringify(['rubric-version', id, version]),
      refusal: new DomainError('rubric-draft.version-taken', { id, version }),
    };
  },
};

const saidIn = (content: Parameters<typeof rulingsOf>[0]) => ({
  title: content.title,
  version: content.version,
  rulings: rulingsOf(content),
});

const byId = ({ rulings }: { rulings: readonly { id: string; says: string }[] }): ReadonlyMap<string, string> =>
  new Map(rulings.map(({ id, says }) => [id, says]));

const mustBeOpen = (state: RubricDraft): OpenDraft => {
  if (state.status === 'unknown') throw new DomainError('rubric-draft.unknown');
  if (state.status !== 'open') throw new DomainError(`rubric-draft.is-${state.status}`);
  return state;
};

/** The draft in the state that the command means. */
const mustBeAt = (state: RubricDraft, { edition }: { edition: number }): OpenDraft => {
  const draft = mustBeOpen(state);
  if (draft.edition !== edition) throw new DomainError('rubric-draft.revised-meanwhile');
  return draft;
};

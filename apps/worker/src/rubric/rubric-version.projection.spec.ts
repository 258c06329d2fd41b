import type { EventOf } from '@mofan/domain/events';
import { readContent } from '@mofan/rubric/content';
import { sha256 } from '@mofan/store/hash';
import { rubricLibrary } from '@mofan/store/rubric-library';
import { Rubrics } from '@mofan/store/rubrics';
import { describe, expect, it } from 'vitest';
import { append, instant } from '../testing/append.ts';
import { id, secretary } from '../testing/events.ts';
import { readerOf, rowsOf } from '../testing/reading.ts';
import { useDatabase } from '../testing/use-database.ts';

const database = useDatabase();
const [carried] = rubricLibrary.values();
const { rubric, canonical } = readContent({ ...carried!.compiled.published, version: '2026', title: '新表' });
const hash = sha256(canonical);
const draftId = id(1);

const said = { title: '新表', version: '2026', rulings: [] };
const drafted: EventOf<'RubricDrafted'> = {
  type: 'RubricDrafted',
  draftId,
  basedOn: carried!.hash,
  origin: 'copy',
  text: '一\t二\n三\\四',
  ...said,
};
const published: EventOf<'RubricPublished'> = {
  type: 'RubricPublished',
  draftId,
  rubric: { id: rubric.id, version: '2026', hash },
  title: '新表',
  content: JSON.parse(canonical) as EventOf<'RubricPublished'>['content'],
  publishedOn: '2026-03-01',
};

describe('the table of drafts', () => {
  it('has the text as it stands, its edition, and the signatures that hold', async () => {
    await append(
      database().log,
      drafted,
      { type: 'DraftRulingsSigned', draftId, rulings: ['A01', 'A02'], office: '机关党委', signedOn: '2026-03-01' },
      { type: 'RubricRevised', draftId, text: '五', ...said, withdrawn: ['A01'] },
    );
    const { catchUp } = await readerOf(database());
    await catchUp();
    expect(await rowsOf(database(), 'rubric_draft')).toMatchObject([
      {
        draft_id: draftId,
        text: '五',
        edition: 2,
        signatures: [{ id: 'A02', signedOn: '2026-03-01', office: '机关党委' }],
        status: 'open',
        changed_by: secretary,
        position: 3,
      },
    ]);
    expect(instant(1)).toMatch(/^2026-03-01/);
  });

  it('says what became of a draft', async () => {
    const other = id(2);
    await append(database().log, drafted, published, { ...drafted, draftId: other });
    await append(database().log, { type: 'RubricDraftDiscarded', draftId: other });
    const { catchUp } = await readerOf(database());
    await catchUp();
    expect(await rowsOf(database(), 'rubric_draft')).toMatchObject([
      { draft_id: draftId, status: 'published', published_hash: hash, text: drafted.text },
      { draft_id: other, status: 'discarded', published_hash: null },
    ]);
  });
});

describe('the table of published versions', () => {
  it('gives every reader of a pinned hash the content that was published', async () => {
    const rubrics = new Rubrics(database().pool);
    expect(await rubrics.find('a'.repeat(64))).toBeUndefined();
    await append(database().log, drafted, published);
    const { catchUp } = await readerOf(database());
    await catchUp();
    expect((await rubrics.pinned(hash)).compiled.published).toEqual(rubric);
    expect((await rubrics.list())[0]).toEqual({ hash, id: rubric.id, version: '2026', publishedOn: '2026-03-01' });
  });
});

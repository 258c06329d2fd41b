import type { RubricDraftDetail } from '@mofan/contracts/rubric-draft';
import { Button } from 'antd';
import { useRef } from 'react';
import { useTranslation } from 'react-i18next';
import { useCommand } from '../http/command.ts';
import { ProblemError } from '../http/problem.ts';
import { can, useMe } from '../shell/session.ts';
import { ProblemAlert } from '../ui/states.tsx';
import { toast } from '../ui/toast.tsx';

/** What was typed and not saved yet, on which state of the text. */
export interface Unsaved {
  text: string;
  edition: number;
}

interface Props {
  draft: RubricDraftDetail;
  unsaved: Unsaved | null;
  onEdit: (unsaved: Unsaved | null) => void;
}

interface Place {
  line: number;
  column: number;
}

const LINE_HEIGHT = 20;

/** 文本: the source of the table. What cannot be read is refused with its place, and the words stay where they are. */
export const TextView = ({ draft, unsaved: edited, onEdit: edit }: Props) => {
  const { t, i18n } = useTranslation();
  const me = useMe();
  const area = useRef<HTMLTextAreaElement>(null);
  const save = useCommand('POST /api/rubric-drafts/{draftId}/revision', () => {
    edit(null);
    toast(t('rubric.saved'));
  });
  const mayEdit = draft.status === 'open' && can(me, 'rubric.draft');
  const text = edited?.text ?? draft.text;
  const refused = placeOf(save.error);
  const kept = edited === null ? draft.fault : null;
  const fault = refused ?? kept;
  const lines = text.split('\n').length;

  const goTo = ({ line, column }: Place) => {
    const start =
      text
        .split('\n')
        .slice(0, line - 1)
        .join('\n').length +
      (line > 1 ? 1 : 0) +
      column -
      1;
    const { current } = area;
    current?.focus();
    current?.setSelectionRange(start, start + 1);
    current?.parentElement?.scrollTo({ top: (line - 4) * LINE_HEIGHT });
  };

  return (
    <section className="card text-view" aria-label={t('rubric.tab.text')}>
      <header className="wrap">
        <span className="note grow">
          {mayEdit ? t('rubric.textHint') : t('rubric.textReadOnly')} {t('rubric.lines', { n: lines })}
        </span>
        {mayEdit && edited && <Button onClick={() => edit(null)}>{t('rubric.undo')}</Button>}
        {mayEdit && (
          <Button
            type="primary"
            disabled={!edited || edited.text === draft.text}
            loading={save.isPending}
            data-testid="save-text"
            onClick={() =>
              edited &&
              save.mutate({ params: { draftId: draft.draftId }, body: { edition: edited.edition, text: edited.text } })
            }
          >
            {t('rubric.save')}
          </Button>
        )}
      </header>
      {save.error && <ProblemAlert error={save.error} what={t('rubric.notSaved')} safe={t('ui.draftKept')} />}
      {kept && !save.error && (
        <p className="rubric-notice plum" role="alert">
          <b>{t('rubric.faultAt', kept)}</b> {i18n.language === 'en' ? kept.en : kept.zh}
        </p>
      )}
      {fault && (
        <p className="fault-place">
          <button type="button" className="link" onClick={() => goTo(fault)} data-testid="go-to-fault">
            {t('rubric.goTo', { line: fault.line, column: fault.column })}
          </button>
        </p>
      )}
      <div className="source">
        <div className="gutter" aria-hidden="true">
          {Array.from({ length: lines }, (_, n) => (
            <span key={n} className={n + 1 === fault?.line ? 'at-fault' : undefined}>
              {n + 1}
            </span>
          ))}
        </div>
        <textarea
          ref={area}
          spellCheck={false}
          wrap="off"
          aria-label={t('rubric.tab.text')}
          aria-invalid={fault !== null && fault !== undefined}
          readOnly={!mayEdit}
          rows={lines}
          value={text}
          data-testid="source"
          onChange={({ target }) => edit({ text: target.value, edition: edited?.edition ?? draft.edition })}
        />
      </div>
    </section>
  );
};

/** Line and column that a refusal names. */
const placeOf = (error: unknown): Place | null => {
  if (!(error instanceof ProblemError)) return null;
  const { line, column } = error.details;
  return typeof line === 'number' && typeof column === 'number' ? { line, column } : null;
};

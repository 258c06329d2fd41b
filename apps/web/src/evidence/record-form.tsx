import { Button } from 'antd';
import { useRef, useState, type FormEvent } from 'react';
import { useTranslation } from 'react-i18next';
import { useCommand } from '../http/command.ts';
import { uuid } from '../http/uuid.ts';
import { store, stored } from '../shell/stored.ts';
import { ProblemAlert } from '../ui/states.tsx';
import { toast } from '../ui/toast.tsx';
import { contentOf, draftOf, faultsOf, ordinals, type Draft, type RecordContext } from './draft.ts';
import { RecordFields } from './record-fields.tsx';

const KEPT = 'draft.evidence';

/** What could not be submitted last time, if it was written for this year and unit. */
const keptDraft = (owner: string): Draft | null => {
  const kept = stored(KEPT);
  if (!kept) return null;
  const { owner: of, draft } = JSON.parse(kept) as { owner: string; draft: Draft };
  return of === owner ? draft : null;
};

/** 记一笔: one event, recorded once, counted wherever it counts. */
export const RecordForm = ({ context, onDone }: { context: RecordContext; onDone?: () => void }) => {
  const { t } = useTranslation();
  const { cycle, rubric, home, today } = context;
  const owner = `${cycle.cycleId}/${home.unit.unitId}`;
  const [kept] = useState(() => keptDraft(owner));
  const [restored, setRestored] = useState(kept !== null);
  const [kind, setKind] = useState(rubric.evidenceKinds[0]?.id ?? 'other');
  // What stands in an untouched form is a guess, made anew from what is known; only what was touched is kept.
  const [touched, setTouched] = useState(kept);
  const draft = touched ?? draftOf(kind, today, context);
  const [showFaults, setShowFaults] = useState(false);
  const [uploading, setUploading] = useState(false);
  const evidenceId = useRef(uuid());

  const submit = useCommand('POST /api/evidence', () => {
    const counted = [...ordinals(draft, context).values()][0];
    const title = rubric.evidenceKinds.find(({ id }) => id === draft.kind)?.title ?? '';
    const criteria = draft.criteria.join('、');
    toast(
      counted ? t('evidence.recordedNth', { criteria, kind: title, n: counted }) : t('evidence.recorded', { criteria }),
    );
    evidenceId.current = uuid();
    store(KEPT, null);
    setRestored(false);
    setShowFaults(false);
    setKind(draft.kind);
    setTouched(null);
    onDone?.();
  });

  const faults = faultsOf(draft, context);
  const send = (event: FormEvent) => {
    event.preventDefault();
    setShowFaults(true);
    if (faults.size > 0 || uploading || submit.isPending) return;
    store(KEPT, JSON.stringify({ owner, draft }));
    submit.mutate({
      body: { evidenceId: evidenceId.current, cycleId: cycle.cycleId, unitId: home.unit.unitId, ...contentOf(draft) },
    });
  };

  return (
    <form className="form record-form" onSubmit={send} noValidate data-testid="record-form">
      {restored && <p className="note">{t('evidence.restored')}</p>}
      <RecordFields
        draft={draft}
        context={context}
        faults={showFaults ? faults : new Set()}
        onBusy={setUploading}
        onChange={(change) => setTouched((current) => change(current ?? draft))}
      />
      {submit.error && <ProblemAlert error={submit.error} what={t('evidence.notRecorded')} safe={t('ui.draftKept')} />}
      <Button
        type="primary"
        htmlType="submit"
        block
        loading={submit.isPending}
        disabled={uploading}
        data-testid="record-submit"
      >
        {t('evidence.submit')}
      </Button>
    </form>
  );
};

import { useTranslation } from 'react-i18next';
import { DateField } from '../ui/date-field.tsx';
import { Field } from '../ui/field.tsx';
import { Segmented } from '../ui/segmented.tsx';
import { CriteriaChips } from './criteria-chips.tsx';
import { draftOf, ordinals, sessionsOn, type Draft, type Fault, type RecordContext } from './draft.ts';
import { FilePicker } from './file-picker.tsx';
import { KindChoice } from './kind-choice.tsx';
import './record-form.css';

interface Props {
  draft: Draft;
  context: RecordContext;
  faults: ReadonlySet<Fault>;
  onChange: (change: (draft: Draft) => Draft) => void;
  onBusy: (busy: boolean) => void;
}

/** What a record says. Everything that can be guessed is filled in already. */
export const RecordFields = ({ draft, context, faults, onChange, onBusy }: Props) => {
  const { t } = useTranslation();
  const { cycle, rubric, today } = context;
  const set = (part: Partial<Draft>) => onChange((current) => ({ ...current, ...part }));
  const changeKind = (kind: string) =>
    onChange(({ files, occurredOn }) => ({ ...draftOf(kind, occurredOn || today, context), files }));
  const taken = sessionsOn(draft, context);
  const sessions = [...new Set([...taken, draft.session, Math.max(0, ...taken) + 1])].filter((n) => n <= 9).sort();

  return (
    <>
      <KindChoice rubric={rubric} kind={draft.kind} onChange={changeKind} />
      <div className="row top">
        <div className="grow">
          <Field
            label={t('evidence.occurredOn')}
            fault={faults.has('date') ? t('evidence.fault.date', cycle) : undefined}
          >
            {(wiring) => (
              <DateField
                {...wiring}
                value={draft.occurredOn}
                min={cycle.from}
                max={today < cycle.to ? today : cycle.to}
                onChange={(occurredOn) => set({ occurredOn, session: 1 })}
              />
            )}
          </Field>
        </div>
        <fieldset className="attendance field">
          <legend className="legend">{t('evidence.attendance')}</legend>
          <div className="row">
            <input
              className="input"
              inputMode="numeric"
              aria-label={t('evidence.present')}
              value={draft.present}
              onChange={({ target }) => set({ present: numeric(target.value) })}
            />
            /
            <input
              className="input"
              inputMode="numeric"
              aria-label={t('evidence.due')}
              value={draft.due}
              onChange={({ target }) => set({ due: numeric(target.value) })}
            />
          </div>
        </fieldset>
      </div>
      {faults.has('attendance') && (
        <p className="small plum" role="alert">
          {t('evidence.fault.attendance')}
        </p>
      )}
      {taken.length > 0 && (
        <div className="duplicate" data-testid="duplicate-warning">
          {taken.includes(draft.session) && <p className="ochre small">{t('evidence.sameDay', { n: taken.length })}</p>}
          <Segmented
            label={t('evidence.session')}
            value={String(draft.session)}
            options={sessions.map((n) => ({
              value: String(n),
              label: t(taken.includes(n) ? 'evidence.sameSession' : 'evidence.otherSession', { n }),
            }))}
            onChange={(session) => set({ session: Number(session) })}
          />
        </div>
      )}
      <Field
        label={t('evidence.title')}
        hint={context.home.lastOfKind.some(({ kind }) => kind === draft.kind) ? t('evidence.likeLast') : undefined}
        fault={faults.has('title') ? t('evidence.fault.title') : undefined}
      >
        {(wiring) => (
          <input
            {...wiring}
            className="input"
            maxLength={120}
            autoComplete="off"
            value={draft.title}
            onChange={({ target }) => set({ title: target.value })}
          />
        )}
      </Field>
      <FilePicker
        files={draft.files}
        onAdd={(file) => onChange((current) => ({ ...current, files: [...current.files, file] }))}
        onRemove={(fileId) => set({ files: draft.files.filter((file) => file.fileId !== fileId) })}
        onBusy={onBusy}
      />
      <CriteriaChips
        rubric={rubric}
        criteria={draft.criteria}
        ordinals={ordinals(draft, context)}
        fault={faults.has('criteria')}
        onChange={(criteria) => set({ criteria })}
      />
    </>
  );
};

const numeric = (text: string) => text.replace(/\D/g, '').slice(0, 5);

import { Button } from 'antd';
import { lazy, Suspense, useEffect } from 'react';
import { useTranslation } from 'react-i18next';
import { useParams, useSearchParams } from 'react-router';
import { useRubric } from '../rubric/queries.ts';
import { Boundary } from '../shell/boundary.tsx';
import { useCycle } from '../shell/cycle.ts';
import { speaksForUnit, useMe } from '../shell/session.ts';
import { AsOfField, PastBar } from '../ui/as-of.tsx';
import { interval, moment } from '../ui/format.ts';
import { Icon } from '../ui/icon.tsx';
import { Page } from '../ui/page.tsx';
import { ProblemAlert, SkeletonRows } from '../ui/states.tsx';
import { AnnexTable } from './annex-table.tsx';
import { Beside } from './beside.tsx';
import { useScorecard } from './queries.ts';
import { Strip } from './strip.tsx';
import { UnitPicker } from './unit-picker.tsx';
import '../ui/sheet.css';
import './scorecard.css';

const loadPanel = () => import('./line-panel.tsx');
const LinePanel = lazy(loadPanel);

/** 得分表: the annex with an interval in every cell, as of now or of any evening. */
export default function ScorecardPage() {
  const { t } = useTranslation();
  const { cycleId = '', unitId = '' } = useParams();
  const [search, setSearch] = useSearchParams();
  const me = useMe();
  const { cycle } = useCycle();
  const asOf = search.get('asOf');
  const leaf = search.get('leaf');
  const card = { cycleId, unitId, asOf };
  const scorecard = useScorecard(card);
  const rubric = useRubric(scorecard.data?.rubricHash);
  const set = (key: string, value: string | null) =>
    setSearch((current) => {
      const next = new URLSearchParams(current);
      if (value === null) next.delete(key);
      else next.set(key, value);
      return next;
    });

  const pick = (lineId: string) => set('leaf', lineId);

  useEffect(() => {
    // every figure asks for it, perhaps when the network is gone
    if (scorecard.data) void loadPanel().catch(() => {});
  }, [scorecard.data]);

  const { data } = scorecard;
  const total = data?.scorecard.total;
  const title = data ? t('scorecard.title', { unit: data.unit.branchName ?? data.unit.name }) : t('scorecard.name');
  const error = scorecard.error ?? rubric.error;
  return (
    <>
      {asOf && <PastBar asOf={asOf} onBack={() => set('asOf', null)} />}
      <Page
        title={title}
        crumb={
          data && (
            <>
              {t('scorecard.name')} {cycle && t('shell.yearOf', { year: cycle.year })}
              {data.factsAt && ` · ${t('scorecard.factsAt', { at: moment(data.factsAt) })}`}
              <span className="print-only">
                {` · ${data.unit.name} · ${t('ui.asOf')} ${data.asOf} · ${t('shell.rubricVersion', { version: data.scorecard.rubric.version })}`}
              </span>
            </>
          )
        }
        actions={
          <div className="row wrap no-print">
            {!speaksForUnit(me) && <UnitPicker cycleId={cycleId} unitId={unitId} search={search} />}
            <AsOfField
              asOf={asOf}
              today={me.today}
              from={cycle?.from ?? me.today}
              onChange={(date) => set('asOf', date)}
            />
            <Button icon={<Icon name="print" />} onClick={() => window.print()}>
              {t('scorecard.print')}
            </Button>
          </div>
        }
      >
        {data && rubric.data && total ? (
          <div
            className={scorecard.isPlaceholderData ? 'stale' : undefined}
            data-testid="scorecard"
            data-as-of={data.asOf}
          >
            <Strip card={data.scorecard} rubric={rubric.data.rubric} picked={leaf} onPick={pick} />
            <div className="split">
              <div className="annex-frame">
                <AnnexTable card={data.scorecard} rubric={rubric.data.rubric} picked={leaf} onPick={pick} />
                <Beside card={data.scorecard} rubric={rubric.data.rubric} picked={leaf} onPick={pick} />
              </div>
              {leaf && (
                <Boundary key={leaf}>
                  <Suspense fallback={null}>
                    <LinePanel
                      card={card}
                      lineId={leaf}
                      rubric={rubric.data.rubric}
                      onClose={() => set('leaf', null)}
                      onPick={pick}
                      onAsOf={(date) => set('asOf', date)}
                    />
                  </Suspense>
                </Boundary>
              )}
            </div>
            <span className="sr-only" role="status">
              {t('scorecard.totalIs', { total: interval(total.floor, total.ceiling) })}
            </span>
          </div>
        ) : error ? (
          <ProblemAlert
            error={error}
            what={t('scorecard.failed')}
            safe={t('ui.recordsSafe')}
            retry={() => void Promise.all([scorecard.refetch(), rubric.refetch()])}
          />
        ) : (
          <div className="card">
            <SkeletonRows rows={10} height={64} />
          </div>
        )}
      </Page>
    </>
  );
}

import type { ChargedCase } from '@mofan/contracts/incident';
import type { UnitHome } from '@mofan/contracts/scorecard';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import type { RecordContext } from '../evidence/draft.ts';
import { deductionOf } from '../rubric/tree.ts';
import { dayOf, loss, monthDay } from '../ui/format.ts';
import { Icon } from '../ui/icon.tsx';
import { IntervalBar } from '../ui/interval-bar.tsx';
import { Status } from '../ui/status.tsx';
import { pace } from './pace.ts';

/** 记在本单位账上: what counts against the unit, what was given back, and the counts that cap a grade. */
export const AgainstUs = ({ context }: { context: RecordContext }) => {
  const { t } = useTranslation();
  const { home, rubric, cycle } = context;
  const sourceOf = (leafId: string) => `/cycles/${cycle.cycleId}/units/${home.unit.unitId}/scorecard?leaf=${leafId}`;
  return (
    <section className="card account-card" aria-labelledby="against-us">
      <header>
        <Icon name="scales" />
        <h2 id="against-us" className="grow">
          {t('home.againstUs')}
        </h2>
        <small>{t('home.againstUsHint')}</small>
      </header>
      {home.cases.length === 0 && <p className="entry text2">{t('home.noCases')}</p>}
      {home.cases.map((each) => {
        const leaf = deductionOf(rubric, each)?.leaf.id;
        return <Case key={each.incidentId} leaf={leaf} source={leaf && sourceOf(leaf)} {...each} />;
      })}
      {home.counts.map((count) => (
        <Count key={count.leafId + count.metric} count={count} context={context} source={sourceOf(count.leafId)} />
      ))}
    </section>
  );
};

/** `leaf`, `source`: where it is deducted; a table may have no such place. */
type CaseProps = ChargedCase & { leaf: string | undefined; source: string | undefined };

const Case = ({ leaf, source, ...incident }: CaseProps) => {
  const { t } = useTranslation();
  const { category, role, documentNumber, effectiveOn, confirmedAt, reversal, amount, status, late } = incident;
  return (
    <div className={`entry ${status}`} data-testid="charged-case">
      <div className="row between">
        <b>
          {leaf} {t(`incident.category.${category}`)} · {t(`incident.role.${role}`)}
        </b>
        {reversal ? (
          <Status icon="check" tone="green">
            {t('incident.status.reversed')}
          </Status>
        ) : (
          leaf && <b className="plum nowrap">{t('home.lost', { points: loss(amount) })}</b>
        )}
      </div>
      {!leaf && <div className="note">{t('incident.notDeducted')}</div>}
      <div className="note">
        {[
          documentNumber,
          t('home.effective', { date: monthDay(effectiveOn) }),
          t('home.confirmed', { date: monthDay(dayOf(confirmedAt)) }),
          late && t('incident.late'),
        ]
          .filter(Boolean)
          .join(' · ')}
      </div>
      {reversal && (
        <div className="note">
          {t(`incident.reversalReason.${reversal.reason}`)} · {reversal.outcomeDocument} · {dayOf(reversal.at)}
        </div>
      )}
      {source && (
        <Link className="link small" to={source}>
          {t('home.seeSource')}
        </Link>
      )}
    </div>
  );
};

const Count = ({
  count,
  context,
  source,
}: {
  count: UnitHome['counts'][number];
  context: RecordContext;
  source: string;
}) => {
  const { t } = useTranslation();
  const { rubric, cycle, today } = context;
  const metric = rubric.metrics.find(({ id }) => id === count.metric);
  const kind = rubric.evidenceKinds.find(({ id }) => id === metric?.counts)?.title ?? metric?.title ?? count.metric;
  const grade = rubric.grades.find(({ code }) => code === count.gradeAtMost)?.title ?? count.gradeAtMost;
  const { monthsLeft, reachable } = pace(count, cycle, today);
  const met = count.count >= count.least;
  const slow = !met && reachable < count.least;
  return (
    <div className="entry" data-testid={`count-${count.leafId}`}>
      <div className="row between">
        <b>{t('home.count', { leaf: count.leafId, kind, count: count.count, least: count.least })}</b>
        {met ? (
          <Status icon="check" tone="green">
            {t('home.met')}
          </Status>
        ) : count.caps ? (
          <Status icon="close" tone="plum">
            {t('home.capped', { grade })}
          </Status>
        ) : (
          slow && (
            <Status icon="warning" tone="ochre">
              {t('home.pace', { n: reachable })}
            </Status>
          )
        )}
      </div>
      <IntervalBar
        points={String(count.least)}
        floor={String(Math.min(count.count, count.least))}
        ceiling={String(Math.min(Math.max(reachable, count.count), count.least))}
      />
      {!met && (
        <div className="note">
          {t('home.countHint', { least: count.least, grade })}{' '}
          {monthsLeft > 0 && t('home.stillNeeded', { n: count.least - count.count, months: monthsLeft })}
        </div>
      )}
      <Link className="link small" to={source}>
        {t('home.seeSource')}
      </Link>
    </div>
  );
};

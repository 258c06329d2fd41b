import type { Rubric } from '@mofan/rubric/rubric';
import { useTranslation } from 'react-i18next';
import { useParams } from 'react-router';
import { points } from '../ui/format.ts';
import { Page } from '../ui/page.tsx';
import { Loaded } from '../ui/states.tsx';
import { FindingList, LineFindings, type Findings } from './findings.tsx';
import { useFindings, useRubric } from './queries.ts';
import { Rulings } from './rulings.tsx';
import { categoriesOf, itemsOf, leafPlaces, worthOf } from './tree.ts';
import './rubric.css';

/** 考核指标: one version of the table, verbatim, the readings that it is applied with, and what the linter finds. */
export default function RubricPage() {
  const { t } = useTranslation();
  const { hash = '' } = useParams();
  const query = useRubric(hash);
  const findings = useFindings(hash);
  const { data } = query;
  const open = data ? data.rubric.rulings.items.length - data.signed.length : 0;
  const title = !data ? t('rubric.name') : open > 0 ? t('rubric.open', { n: open }) : t('rubric.allSigned');
  return (
    <Page
      title={title}
      crumb={
        data &&
        `${t('rubric.name')} · ${data.rubric.title} · ${t('shell.rubricVersion', { version: data.rubric.version })}`
      }
    >
      <Loaded query={query} what={t('rubric.failed')} rows={12}>
        {({ rubric, signed }) => (
          <div className="form">
            <Rulings hash={hash} rubric={rubric} signed={signed} />
            <Table rubric={rubric} findings={findings.data ?? []} />
          </div>
        )}
      </Loaded>
    </Page>
  );
}

const Table = ({ rubric, findings }: { rubric: Rubric; findings: Findings }) => {
  const { t } = useTranslation();
  const places = leafPlaces(rubric);
  const categories = categoriesOf(rubric);
  const open = findings.filter(({ settledBy }) => settledBy.length === 0).length;
  const ids = new Set(places.map(({ leaf }) => leaf.id));
  // of the table as a whole, or of a sum: no line of its own to stand beside
  const whole = findings.filter(({ leaves }) => leaves.length > places.length / 2 || !ids.has(leaves[0] ?? ''));
  const ofLines = findings.filter((finding) => !whole.includes(finding));
  return (
    <section className="card" aria-labelledby="rubric-table">
      <header>
        <h2 id="rubric-table">{t('rubric.table')}</h2>
        <small>
          {t('rubric.size', {
            categories: categories.length,
            items: categories.flatMap((category) => itemsOf(rubric, category)).length,
            criteria: places.length,
            points: points(worthOf(rubric)),
          })}
        </small>
      </header>
      <p className="medium text2" style={{ padding: '8px 14px' }}>
        {rubric.gradingNote}
      </p>
      {findings.length > 0 && (
        <div className="ruling" data-testid="findings">
          <b>{t('rubric.findings', { found: findings.length, open })}</b>
          <FindingList findings={whole} />
        </div>
      )}
      {categories.map((category) => (
        <section key={category.id} className="rubric-category">
          <h3>
            {category.title} <small>{t('scorecard.worthOf', { points: points(worthOf(category)) })}</small>
          </h3>
          {itemsOf(rubric, category).map((item) => (
            <div key={item.id}>
              <h4>
                {item.id}. {item.title} <small>{t('scorecard.worthOf', { points: points(worthOf(item)) })}</small>
              </h4>
              <ol>
                {places
                  .filter((place) => place.item === item)
                  .map(({ leaf }) => (
                    <li key={leaf.id} id={`leaf-${leaf.id}`}>
                      <b>{leaf.id}</b> {leaf.text}
                      {t('scorecard.worthOf', { points: points(worthOf(leaf)) })}
                      <LineFindings findings={ofLines} leafId={leaf.id} />
                    </li>
                  ))}
              </ol>
            </div>
          ))}
        </section>
      ))}
    </section>
  );
};

import { Button } from 'antd';
import { useTranslation } from 'react-i18next';
import { Link, useParams } from 'react-router';
import { useCommand } from '../http/command.ts';
import { can, useMe } from '../shell/session.ts';
import { Icon } from '../ui/icon.tsx';
import { Page } from '../ui/page.tsx';
import { Loaded, ProblemAlert } from '../ui/states.tsx';
import { toast } from '../ui/toast.tsx';
import { Downloads } from './downloads.tsx';
import { useBands, useFindings, useRubric } from './queries.ts';
import { ReadingView } from './reading-view.tsx';
import { rulingNames, type Reading } from './reading.ts';
import { Rulings } from './rulings.tsx';
import { TableSize } from './table-size.tsx';
import { Tabs, useTab } from './tabs.tsx';
import { WhatIfView } from './what-if-view.tsx';
import './rubric.css';

const TABS = ['table', 'check', 'whatIf'] as const;

/** 考核指标: one version of the table, verbatim, what the check finds in it, and how it is read. */
export default function RubricPage() {
  const { t } = useTranslation();
  const { hash = '' } = useParams();
  const me = useMe();
  const query = useRubric(hash);
  const findings = useFindings(hash);
  const bands = useBands(hash);
  const [tab] = useTab(TABS);
  const sign = useCommand('POST /api/rubrics/{hash}/signatures', ({ body }) =>
    toast(t('rubric.signed', { ids: rulingNames(body.rulings) })),
  );
  const { data } = query;
  const reading: Reading | undefined = data && {
    rubric: data.rubric,
    findings: findings.data ?? [],
    scales: bands.data ?? [],
    signatures: new Map(data.signed.map(({ id, signedOn, signedBy }) => [id, { on: signedOn, by: signedBy.name }])),
    sign: can(me, 'ruling.sign')
      ? { run: (rulings) => sign.mutate({ params: { hash }, body: { rulings } }), pending: sign.isPending }
      : undefined,
  };
  const open = reading ? reading.rubric.rulings.items.length - reading.signatures.size : 0;
  return (
    <Page
      title={!reading ? t('rubric.name') : open > 0 ? t('rubric.open', { n: open }) : t('rubric.allSigned')}
      crumb={
        <>
          <Link to="/rubrics" className="link">
            {t('rubric.library')}
          </Link>
          {data && ` / ${data.rubric.title} · ${t('shell.rubricVersion', { version: data.rubric.version })}`}
        </>
      }
      actions={
        <>
          {data && <TableSize rubric={data.rubric} />}
          <div className="row wrap no-print">
            <Downloads hash={hash} />
            <Button icon={<Icon name="print" />} onClick={() => window.print()}>
              {t('scorecard.print')}
            </Button>
          </div>
        </>
      }
    >
      {sign.error && <ProblemAlert error={sign.error} what={t('rubric.notSigned')} safe={t('ui.nothingWritten')} />}
      <Tabs tabs={can(me, 'rubric.compare') ? TABS : TABS.slice(0, 2)} />
      <Loaded query={{ ...query, data: reading }} what={t('rubric.failed')} rows={12}>
        {(shown) =>
          tab === 'check' ? (
            <Rulings reading={shown} />
          ) : tab === 'whatIf' ? (
            <WhatIfView of={{ hash }} />
          ) : (
            <ReadingView reading={shown} />
          )
        }
      </Loaded>
    </Page>
  );
}

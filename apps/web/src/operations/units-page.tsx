import { useTranslation } from 'react-i18next';
import { Page } from '../ui/page.tsx';
import { Loaded } from '../ui/states.tsx';
import { useUnits } from './queries.ts';

/** 单位: the organisation in its order, and which post answers for each unit. */
export default function UnitsPage() {
  const { t } = useTranslation();
  const query = useUnits();
  const title = query.data ? t('operations.unitsTitle', { n: query.data.length }) : t('operations.units');
  return (
    <Page title={title} crumb={t('operations.unitsCrumb')}>
      <div className="card" style={{ overflowX: 'auto' }}>
        <Loaded query={query} what={t('operations.unitsFailed')} rows={12}>
          {(units) => (
            <table className="grid-table">
              <thead>
                <tr>
                  <th>{t('operations.unit')}</th>
                  <th>{t('operations.kind')}</th>
                  <th>{t('operations.branch')}</th>
                  <th>{t('operations.representedBy')}</th>
                </tr>
              </thead>
              <tbody>
                {units.map(({ unitId, name, kind, parentId, branchName, representedBy }) => (
                  <tr key={unitId}>
                    <td style={parentId ? { paddingLeft: 24 } : undefined}>{name}</td>
                    <td>{t(`overview.kind.${kind}`)}</td>
                    <td>{branchName ?? t('operations.noBranch')}</td>
                    <td>{representedBy ? t(`operations.post.${representedBy}`) : t('operations.vacant')}</td>
                  </tr>
                ))}
              </tbody>
            </table>
          )}
        </Loaded>
      </div>
    </Page>
  );
}

import { useTranslation } from 'react-i18next';
import { Budgets } from './Budgets';
import { CostTable } from './CostTable';
import './costs.css';

/** What the workspace has cost, and what it may cost. */
export default function UsagePage() {
  const { t } = useTranslation();
  return (
    <>
      <div className="page-head">
        <h1>{t('costs.title')}</h1>
      </div>
      <Budgets />
      <CostTable />
    </>
  );
}

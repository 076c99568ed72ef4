import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { Link, useSearchParams } from 'react-router';
import type { CostItem } from '@/api/types';
import { Panel } from '@/components/Panel';
import { Refusal } from '@/components/Refusal';
import { Segmented } from '@/components/Segmented';
import { Waiting } from '@/components/Waiting';
import { formatMoney } from '@/lib/format';
import { costsQuery } from './api/get-costs';
import { groupings, viewOf, type CostView } from './view';

/** Where the money went: by film, shot, provider, person or day. */
export function CostTable({ filmId }: { filmId?: string }) {
  const { t, i18n } = useTranslation();
  const [search, setSearch] = useSearchParams();
  const view = viewOf(search, filmId !== undefined);
  const costs = useQuery(costsQuery(view, filmId));
  const set = (name: keyof CostView, value: string) =>
    setSearch((params) => (value ? params.set(name, value) : params.delete(name), params), { replace: true });
  const money = (item: CostItem) => formatMoney(item.cost, i18n.language);
  const total = costs.data?.total;
  const rows = costs.data ? [...costs.data.items, ...(costs.data.rest ? [costs.data.rest] : [])] : [];
  return (
    <Panel title={t('costs.spent')}>
      <div className="cost-filter">
        <Segmented
          label={t('costs.by')}
          value={view.by}
          onChange={(by) => set('by', by)}
          options={groupings
            .filter((grouping) => !(filmId && grouping === 'film'))
            .map((value) => ({ value, text: t(`costs.groupings.${value}`) }))}
        />
        <label className="row small faint">
          {t('log.from')}
          <input className="input" type="date" value={view.from} onChange={(event) => set('from', event.target.value)} />
        </label>
        <label className="row small faint">
          {t('log.to')}
          <input className="input" type="date" value={view.to} onChange={(event) => set('to', event.target.value)} />
        </label>
      </div>
      <Refusal error={costs.error} onRetry={() => void costs.refetch()} />
      {costs.isPending && <Waiting />}
      {costs.data && (
        <table className="sheet costs" aria-busy={costs.isPlaceholderData}>
          <thead>
            <tr>
              <th scope="col">{t(`costs.groupings.${view.by}`)}</th>
              <th scope="col" className="number">
                {t('costs.attempts')}
              </th>
              <th scope="col" className="number">
                {t('costs.lost')}
              </th>
              <th scope="col" className="number">
                {t('costs.cost')}
              </th>
            </tr>
          </thead>
          <tbody>
            {rows.map((item, index) => (
              <tr key={item.key ?? `rest-${index}`}>
                <th scope="row">
                  <Name item={item} view={view} filmId={filmId} isRest={item === costs.data.rest} />
                </th>
                <td className="number">{item.attempts}</td>
                <td className="number">{item.lost || ''}</td>
                <td className="number">{money(item)}</td>
              </tr>
            ))}
            {rows.length === 0 && (
              <tr>
                <td colSpan={4} className="faint">
                  {t('costs.nothing')}
                </td>
              </tr>
            )}
          </tbody>
          {total && (
            <tfoot>
              <tr>
                <th scope="row">{t('costs.total')}</th>
                <td className="number">{rows.reduce((sum, item) => sum + item.attempts, 0)}</td>
                <td className="number">{rows.reduce((sum, item) => sum + item.lost, 0) || ''}</td>
                <td className="number strong">{formatMoney(total, i18n.language)}</td>
              </tr>
            </tfoot>
          )}
        </table>
      )}
      <p className="small faint">{t('costs.lostText')}</p>
    </Panel>
  );
}

function Name({ item, view, filmId, isRest }: { item: CostItem; view: CostView; filmId?: string; isRest: boolean }) {
  const { t, i18n } = useTranslation();
  if (isRest) return <>{t('costs.rest')}</>;
  if (item.key === null) return <>{t('costs.none')}</>;
  if (view.by === 'day')
    return <>{new Intl.DateTimeFormat(i18n.language, { dateStyle: 'medium', timeZone: 'UTC' }).format(new Date(item.key))}</>;
  const name = item.name ?? item.key;
  if (view.by === 'film') return <Link to={`/f/${item.key}/costs`}>{name}</Link>;
  if (view.by === 'shot' && filmId) return <Link to={`/f/${filmId}/a/${item.key}`}>{name}</Link>;
  return <>{name}</>;
}

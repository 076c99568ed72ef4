import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import type { Asset, Lineage } from '@/api/types';

/** Every link in a line: what was made, how, and from what. */
export function LineageTable({ filmId, lineage }: { filmId: string; lineage: Lineage }) {
  const { t } = useTranslation();
  const byId = new Map(lineage.nodes.map((node) => [node.id, node]));
  return (
    <table className="sheet lineage-table">
      <thead>
        <tr>
          <th scope="col">{t('lineage.made')}</th>
          <th scope="col">{t('lineage.how_was')}</th>
          <th scope="col">{t('lineage.from')}</th>
        </tr>
      </thead>
      <tbody>
        {lineage.edges.map(({ parentId, childId, kind }) => (
          <tr key={`${parentId} ${kind} ${childId}`}>
            <td>
              <Named filmId={filmId} asset={byId.get(parentId)} />
            </td>
            <td className="faint">{t(`lineage.kinds.${kind}`, { defaultValue: kind })}</td>
            <td>
              <Named filmId={filmId} asset={byId.get(childId)} />
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}

function Named({ filmId, asset }: { filmId: string; asset: Asset | undefined }) {
  const { t } = useTranslation();
  if (!asset) return <span className="faint">…</span>;
  return (
    <Link to={`/f/${filmId}/a/${asset.id}`}>
      {asset.code ?? asset.name}{' '}
      <span className="small faint">{t(`library.types.${asset.type}`, { defaultValue: asset.type })}</span>
    </Link>
  );
}

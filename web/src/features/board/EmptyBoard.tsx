import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { useMay } from '@/api/requests/may';
import { Button } from '@/components/Button';
import { Keycaps } from '@/components/Keycaps';

export function EmptyBoard({ filmId, onAdd }: { filmId: string; onAdd(): void }) {
  const { t } = useTranslation();
  const may = useMay();
  return (
    <div className="blank">
      <h2>{t('board.emptyTitle')}</h2>
      {may.edit && <p>{t('board.emptyText')}</p>}
      {may.edit && (
        <div className="row">
          <Link className="button accent" to={`/f/${filmId}/script`}>
            {t('films.import')}
          </Link>
          <Button onClick={onAdd}>
            {t('board.addShot')}
            <Keycaps action="board.addShot" />
          </Button>
        </div>
      )}
    </div>
  );
}

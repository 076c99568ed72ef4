import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { Keycaps } from '@/components/Keycaps';
import { StatusMark } from '@/components/StatusMark';
import { shotCode, type PlacedShot } from '@/film/structure';

const named = 6;

export function NeedsPick({ filmId, shots }: { filmId: string; shots: readonly PlacedShot[] }) {
  const { t } = useTranslation();
  const page = (entry: PlacedShot) => `/f/${filmId}/shots/${encodeURIComponent(shotCode(entry.shot))}`;
  return (
    <div className="needs">
      <span className="status pick strong">
        <StatusMark mark="pick" />
        {t('board.needsPick', { count: shots.length })}
      </span>
      <ul className="needs-list">
        {shots.slice(0, named).map((entry) => (
          <li key={entry.shot.id}>
            <Link to={page(entry)}>
              <strong>{shotCode(entry.shot)}</strong>
              {t('board.takes', { count: entry.shot.takeCount })}
            </Link>
          </li>
        ))}
        {shots.length > named && <li className="faint small">{t('board.andMore', { count: shots.length - named })}</li>}
      </ul>
      <span className="grow" />
      <Link className="button accent compact" to={page(shots[0]!)}>
        {t('board.startPicking')}
        <Keycaps action="board.nextUnpicked" />
      </Link>
    </div>
  );
}

import { useQuery } from '@tanstack/react-query';
import { useParams } from 'react-router';
import { useFilm } from '@/api/requests/get-film-structure';
import { shotGenerationsQuery } from '@/api/requests/list-generations';
import { takesQuery } from '@/api/requests/list-takes';
import { Refusal } from '@/components/Refusal';
import { Waiting } from '@/components/Waiting';
import { shotByCode, shotsInOrder } from '@/film/structure';
import { ShotDesk } from './ShotDesk';
import { UnknownShot } from './UnknownShot';
import './shot.css';
import './takes.css';
import './recipe.css';

/** One shot: finds it by the code in the address and lays out its desk. */
export default function ShotPage() {
  const { film: filmId = '', code = '' } = useParams();
  const film = useFilm(filmId);
  const placed = shotByCode(film, code);
  const takes = useQuery({ ...takesQuery(placed?.shot.id ?? ''), enabled: placed !== undefined });
  const generations = useQuery({ ...shotGenerationsQuery(placed?.shot.id ?? ''), enabled: placed !== undefined });
  if (!placed) return <UnknownShot filmId={filmId} code={code} />;
  if (takes.error) {
    return (
      <main className="blank" id="main">
        <Refusal error={takes.error} onRetry={() => void takes.refetch()} />
      </main>
    );
  }
  if (!takes.data) return <Waiting />;
  return (
    <ShotDesk
      key={placed.shot.id}
      filmId={filmId}
      film={film}
      shots={shotsInOrder(film)}
      placed={placed}
      takes={takes.data}
      generations={generations.data ?? []}
    />
  );
}

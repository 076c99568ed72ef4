import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import type { Asset, FilmStructure } from '@/api/types';
import { Panel } from '@/components/Panel';
import { Refusal } from '@/components/Refusal';
import { shotCode, shotsInOrder, shotTitle } from '@/film/structure';
import { usedInQuery } from './api/list-linked';

interface Props {
  filmId: string;
  film: FilmStructure;
  asset: Asset;
}

/** The shots it is used in: those of this film with their words, those of others by their codes. */
export function UsedIn({ filmId, film, asset }: Props) {
  const { t } = useTranslation();
  const used = useQuery(usedInQuery(asset.id));
  const here = new Map(shotsInOrder(film).map(({ shot }) => [shot.id, shot]));
  const shots = used.data?.shots ?? [];
  const parts = ['scene', 'shot', 'shot_take', 'film'].includes(asset.type);
  if (parts && shots.length === 0) return null;
  return (
    <Panel
      title={used.data?.more ? t('library.usedInMore', { count: shots.length }) : t('library.usedIn', { count: shots.length })}
    >
      <Refusal error={used.error} />
      <ul className="used-in">
        {shots.map((shot) => {
          const known = here.get(shot.id);
          return (
            <li key={shot.id}>
              <Link to={`/f/${known ? filmId : shot.rootId}/shots/${encodeURIComponent(shot.code ?? shot.name)}`}>
                <strong>{known ? shotCode(known) : (shot.code ?? shot.name)}</strong>{' '}
                <span className="soft">{known ? shotTitle(known) : t('library.otherFilm')}</span>
              </Link>
            </li>
          );
        })}
      </ul>
    </Panel>
  );
}

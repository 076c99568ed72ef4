import { useTranslation } from 'react-i18next';
import type { FilmStructure } from '@/api/types';
import { ShotPicture } from '@/components/ShotPicture';
import { shotCode, shotsInOrder, shotTitle } from '@/film/structure';
import type { Carried } from './drag';

/** What hangs under the pointer: the card that was taken, with the number of those that come along, or the scene's heading. */
export function CarriedCards({ film, carried }: { film: FilmStructure; carried: Carried }) {
  const { t } = useTranslation();
  const scene = film.scenes.find(({ id }) => id === carried.id);
  if (scene)
    return (
      <div className="carried-scene">
        <span className="lane-number">{scene.sceneNumber}</span>
        <strong className="cut">{scene.title}</strong>
        <span className="small faint">{t('board.shots', { count: scene.shots.length })}</span>
      </div>
    );
  const shot = shotsInOrder(film).find((entry) => entry.shot.id === carried.id)?.shot;
  if (!shot) return null;
  return (
    <div className="carried">
      {shot.takeCount > 0 && (
        <div className="carried-pic">
          <ShotPicture shot={shot} />
        </div>
      )}
      <div className="row small carried-line">
        <strong>{shotCode(shot)}</strong>
        <span className="cut soft">{shotTitle(shot)}</span>
      </div>
      {carried.ids.size > 1 && <span className="carried-count">{carried.ids.size}</span>}
    </div>
  );
}

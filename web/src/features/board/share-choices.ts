import type { TFunction } from 'i18next';
import type { FilmStructure } from '@/api/types';
import type { ShareChoice } from '@/sharing/share';

/** What can be shared from the board: the film, or one of its scenes. */
export const filmChoices = (film: FilmStructure, t: TFunction): ShareChoice[] => [
  { key: film.film.id, text: t('share.film'), name: film.film.name, targetId: film.film.id },
  ...film.scenes.map((scene) => ({
    key: scene.id,
    text: t('share.scene', { name: `${scene.sceneNumber ?? ''} ${scene.title}`.trim() }),
    name: scene.title,
    targetId: scene.id,
  })),
];

import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { FilmStructure } from '@/api/types';
import { Button } from '@/components/Button';
import { Dialog } from '@/components/Dialog';
import { shotCode, shotTitle } from '@/film/structure';

interface Props {
  film: FilmStructure;
  ids: ReadonlySet<string>;
  onMove(sceneId: string, after: string | null): void;
  onClose(): void;
}

/** The twin of dragging: which scene, and after which shot. */
export function MoveDialog({ film, ids, onMove, onClose }: Props) {
  const { t } = useTranslation();
  const [sceneId, setSceneId] = useState(
    (film.scenes.find(({ shots }) => shots.some(({ id }) => ids.has(id))) ?? film.scenes[0])?.id ?? '',
  );
  const scene = film.scenes.find((candidate) => candidate.id === sceneId);
  const [after, setAfter] = useState('');
  return (
    <Dialog title={t('board.moveTitle', { count: ids.size })} onClose={onClose}>
      <form
        className="dialog-body"
        onSubmit={(event) => {
          event.preventDefault();
          onMove(sceneId, after === '' ? null : after);
        }}
      >
        <label className="field">
          <span className="field-label">{t('board.scene')}</span>
          <select
            className="input"
            autoFocus
            value={sceneId}
            onChange={(event) => {
              setSceneId(event.target.value);
              setAfter('');
            }}
          >
            {film.scenes.map((option) => (
              <option key={option.id} value={option.id}>
                {option.sceneNumber} · {option.title}
              </option>
            ))}
          </select>
        </label>
        <label className="field">
          <span className="field-label">{t('board.after')}</span>
          <select className="input" value={after} onChange={(event) => setAfter(event.target.value)}>
            <option value="">{t('board.first')}</option>
            {scene?.shots
              .filter(({ id }) => !ids.has(id))
              .map((shot) => (
                <option key={shot.id} value={shot.id}>
                  {shotCode(shot)} · {shotTitle(shot)}
                </option>
              ))}
          </select>
        </label>
        <div className="dialog-foot">
          <Button look="ghost" onClick={onClose}>
            {t('common.cancel')}
          </Button>
          <Button look="accent" type="submit" disabled={!scene}>
            {t('board.move')}
          </Button>
        </div>
      </form>
    </Dialog>
  );
}

import { lazy, Suspense, useMemo, useState, type ComponentProps, type RefObject } from 'react';
import { useTranslation } from 'react-i18next';
import { Segmented } from '@/components/Segmented';
import { Waiting } from '@/components/Waiting';
import { useDrawing } from '@/notes/drawing-state';
import { useNotes } from '@/notes/use-notes';
import type { Player } from '@/player/player';
import type Panel from './RecipePanel';
import './notes.css';

/** Each arrives by itself, so that neither keeps the picture waiting. */
const RecipePanel = lazy(() => import('./RecipePanel'));
const Notes = lazy(() => import('@/notes/Notes'));

type View = 'recipe' | 'notes';

interface Props extends ComponentProps<typeof Panel> {
  player: Player;
  field: RefObject<HTMLTextAreaElement | null>;
}

/** Beside the picture: what the next takes are made from, or what was said about this one. */
export function DeskSide({ player, field, ...recipe }: Props) {
  const { t } = useTranslation();
  const [view, setView] = useState<View>('recipe');
  const drawing = useDrawing((state) => state.takeId !== null && state.takeId === recipe.take?.id);
  // Who draws is writing a note, and looks at it when it is written.
  if (drawing && view !== 'notes') setView('notes');
  const place = useMemo(
    () => ({
      source: player,
      seek: (frame: number) => player.seek(frame),
      pause: () => player.pause(),
      range: player.currentRange,
    }),
    [player],
  );
  const open = useNotes(recipe.take?.id).data?.filter((note) => !note.resolved && note.replyTo === null).length ?? 0;
  return (
    <div className="desk-side">
      <div className="desk-views">
        <Segmented<View>
          className="full"
          label={t('notes.side')}
          value={view}
          onChange={setView}
          options={[
            { value: 'recipe', text: t('recipe.title') },
            {
              value: 'notes',
              text: (
                <>
                  {t('notes.title')}
                  {open > 0 && (
                    <span className="note-number" title={t('notes.open', { count: open })}>
                      {open}
                    </span>
                  )}
                </>
              ),
            },
          ]}
        />
      </div>
      <Suspense fallback={<Waiting />}>
        {view === 'recipe' ? (
          <RecipePanel {...recipe} />
        ) : (
          <aside className="recipe" aria-label={t('notes.title')}>
            <Notes take={recipe.take} place={place} field={field} />
          </aside>
        )}
      </Suspense>
    </div>
  );
}

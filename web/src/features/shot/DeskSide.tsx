import { useMemo, useState, type ComponentProps, type RefObject } from 'react';
import { useTranslation } from 'react-i18next';
import { Segmented } from '@/components/Segmented';
import { useDrawing } from '@/notes/drawing-state';
import { Notes } from '@/notes/Notes';
import { useNotes } from '@/notes/use-notes';
import type { Player } from '@/player/player';
import { RecipePanel } from './RecipePanel';
import './notes.css';

type View = 'recipe' | 'notes';

interface Props extends ComponentProps<typeof RecipePanel> {
  player: Player;
  field: RefObject<HTMLTextAreaElement | null>;
}

/** Beside the picture: what the next takes are made from, or what was said about this one. */
export function DeskSide({ player, field, ...recipe }: Props) {
  const { t } = useTranslation();
  const [chosen, setView] = useState<View>('recipe');
  // Who draws is writing a note.
  const drawing = useDrawing((state) => state.takeId !== null && state.takeId === recipe.take?.id);
  const view = drawing ? 'notes' : chosen;
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
      {view === 'recipe' ? (
        <RecipePanel {...recipe} />
      ) : (
        <aside className="recipe" aria-label={t('notes.title')}>
          <Notes take={recipe.take} place={place} field={field} />
        </aside>
      )}
    </div>
  );
}

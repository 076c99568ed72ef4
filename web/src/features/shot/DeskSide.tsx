import { useState, type ComponentProps, type RefObject } from 'react';
import { useTranslation } from 'react-i18next';
import { Segmented } from '@/components/Segmented';
import type { Player } from '@/player/player';
import { NotesPanel } from './NotesPanel';
import { RecipePanel } from './RecipePanel';
import { useNotes } from './use-notes';
import './notes.css';

type View = 'recipe' | 'notes';

interface Props extends ComponentProps<typeof RecipePanel> {
  player: Player;
  field: RefObject<HTMLTextAreaElement | null>;
}

/** Beside the picture: what the next takes are made from, or what was said about this one. */
export function DeskSide({ player, field, ...recipe }: Props) {
  const { t } = useTranslation();
  const [view, setView] = useState<View>('recipe');
  const open = useNotes(recipe.take?.id).data?.filter((note) => !note.resolved).length ?? 0;
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
          <NotesPanel take={recipe.take} player={player} field={field} />
        </aside>
      )}
    </div>
  );
}

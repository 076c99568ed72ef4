import { useEffect, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Refusal } from '@/components/Refusal';
import { useAddShot } from './api/add-shot';

/** A line to type a shot into. Enter adds it and starts the next; typing goes on while the server answers. */
export function AddShot({ filmId, sceneId, onDone }: { filmId: string; sceneId: string | null; onDone(): void }) {
  const { t } = useTranslation();
  const add = useAddShot(filmId);
  const [text, setText] = useState('');
  const input = useRef<HTMLInputElement>(null);
  useEffect(() => input.current?.focus(), []);
  return (
    <div className="add-shot">
      <input
        ref={input}
        className="input"
        aria-label={t('board.addShotLabel')}
        placeholder={t('board.addShotPlaceholder')}
        value={text}
        maxLength={2000}
        onChange={(event) => setText(event.target.value)}
        onBlur={() => text.trim() === '' && !add.isPending && onDone()}
        onKeyDown={(event) => {
          if (event.key === 'Escape') onDone();
          if (event.key !== 'Enter' || event.nativeEvent.isComposing || text.trim() === '') return;
          const description = text.trim();
          setText('');
          add.mutate({ sceneId, description }, { onError: () => setText((now) => now || description) });
        }}
      />
      <Refusal error={add.error} />
      <p className="small faint row">
        <kbd>↵</kbd>
        {t('board.addShotEnter')}
      </p>
      <p className="small faint row">
        <kbd>Esc</kbd>
        {t('board.addShotEscape')}
      </p>
    </div>
  );
}

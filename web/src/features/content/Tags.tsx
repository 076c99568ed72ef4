import { X } from 'lucide-react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Refusal } from '@/components/Refusal';
import { useSetTags } from './api/set-tags';

/** The tags of a text: one more with Enter, one less with its cross. */
export function Tags({ assetId, tags }: { assetId: string; tags: readonly string[] }) {
  const { t } = useTranslation();
  const set = useSetTags(assetId);
  const [text, setText] = useState('');
  const shown = set.isPending ? set.variables : tags;
  const add = (event: React.FormEvent) => {
    event.preventDefault();
    const name = text.trim();
    if (name === '') return;
    setText('');
    if (!shown.some((tag) => tag.toLocaleLowerCase() === name.toLocaleLowerCase())) set.mutate([...shown, name]);
  };
  return (
    <div className="stack">
      <form className="content-tags" onSubmit={add}>
        {shown.map((tag) => (
          <span key={tag} className="content-tag">
            {tag}
            <button
              type="button"
              aria-label={t('content.removeTag', { tag })}
              onClick={() => set.mutate(shown.filter((other) => other !== tag))}
            >
              <X size={12} aria-hidden />
            </button>
          </span>
        ))}
        <input
          className="input content-tag-input"
          aria-label={t('content.addTag')}
          placeholder={t('content.addTag')}
          maxLength={80}
          value={text}
          onChange={(event) => setText(event.target.value)}
        />
      </form>
      <Refusal error={set.error} />
    </div>
  );
}

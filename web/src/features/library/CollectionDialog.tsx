import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { Collection } from '@/api/types';
import { Button } from '@/components/Button';
import { Choice } from '@/components/Choice';
import { Dialog } from '@/components/Dialog';
import { Field } from '@/components/Field';
import { collectionsQuery } from './api/list-collections';

interface Props {
  count: number;
  busy: boolean;
  onGather(into: Collection | string): void;
  onClose(): void;
}

/** Into which collection: one that is there, or a new one by its name. */
export function CollectionDialog({ count, busy, onGather, onClose }: Props) {
  const { t } = useTranslation();
  const collections = useQuery(collectionsQuery()).data ?? [];
  const [chosen, setChosen] = useState('');
  const [name, setName] = useState('');
  const into = collections.find(({ id }) => id === chosen) ?? (name.trim() || null);
  return (
    <Dialog title={t('library.gatherTitle', { count })} onClose={onClose}>
      <form
        className="dialog-body"
        onSubmit={(event) => {
          event.preventDefault();
          if (into) onGather(into);
        }}
      >
        <Choice
          label={t('library.collection')}
          value={chosen}
          onChange={setChosen}
          options={[['', t('library.newCollection')], ...collections.map(({ id, name: text }) => [id, text] as const)]}
        />
        {chosen === '' && (
          <Field label={t('library.name')} maxLength={200} value={name} onChange={(event) => setName(event.target.value)} />
        )}
        <div className="dialog-foot">
          <Button look="ghost" onClick={onClose}>
            {t('common.cancel')}
          </Button>
          <Button type="submit" look="accent" disabled={busy || !into}>
            {t('library.gather')}
          </Button>
        </div>
      </form>
    </Dialog>
  );
}

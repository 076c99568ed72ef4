import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Dialog } from '@/components/Dialog';
import { Segmented } from '@/components/Segmented';
import { LinkList } from './LinkList';
import { NewLink } from './NewLink';
import type { ShareChoice } from './share';
import './share.css';

interface Props {
  filmId: string;
  choices: readonly ShareChoice[];
  /** The key of the choice that is made already. */
  initial: string;
  onClose(): void;
}

type View = 'new' | 'links';

/** Shows something to people without an account, and says who is being shown what. */
export default function ShareDialog({ filmId, choices, initial, onClose }: Props) {
  const { t } = useTranslation();
  const [view, setView] = useState<View>('new');
  return (
    <Dialog title={t('share.title')} onClose={onClose} className="wide">
      <div className="share-views">
        <Segmented<View>
          label={t('share.title')}
          value={view}
          onChange={setView}
          options={[
            { value: 'new', text: t('share.newLink') },
            { value: 'links', text: t('share.links') },
          ]}
        />
      </div>
      {/* Kept while the list is looked at: a new address is shown this once. */}
      <div hidden={view !== 'new'}>
        <NewLink choices={choices} initial={initial} onClose={onClose} />
      </div>
      {view === 'links' && <LinkList filmId={filmId} />}
    </Dialog>
  );
}

import { useTranslation } from 'react-i18next';
import { Segmented } from '@/components/Segmented';
import { views, type View } from './view';

interface Props {
  view: View;
  search: URLSearchParams;
  onSearch(search: URLSearchParams): void;
}

/** Board, strip, table or timeline; a step in the browser's history, as a page would be. */
export function ViewSwitch({ view, search, onSearch }: Props) {
  const { t } = useTranslation();
  return (
    <Segmented
      label={t('views.title')}
      className="view-switch"
      value={view}
      onChange={(next) => {
        const params = new URLSearchParams(search);
        if (next === 'board') params.delete('view');
        else params.set('view', next);
        onSearch(params);
      }}
      options={views.map((value) => ({ value, text: t(`views.${value}`) }))}
    />
  );
}

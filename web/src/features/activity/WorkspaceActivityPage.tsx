import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { filmsQuery } from '@/api/requests/list-films';
import { Record } from './Record';

/** What happened in the workspace: in every film, and to people, keys and links. */
export default function WorkspaceActivityPage() {
  const { t } = useTranslation();
  const films = useQuery(filmsQuery()).data ?? [];
  const names = new Map(films.map(({ film }) => [film.id, film.name]));
  return (
    <Record
      title={t('log.workspace')}
      subject={(event) => event.subjectName ?? names.get(event.subjectId) ?? ''}
      film={(event) => {
        const name = event.rootId === null || event.rootId === event.subjectId ? undefined : names.get(event.rootId);
        return name === undefined ? undefined : { id: event.rootId!, name };
      }}
    />
  );
}

import { useQuery } from '@tanstack/react-query';
import { Clapperboard, Ellipsis, FileUp, Plus } from 'lucide-react';
import { useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Link, useNavigate } from 'react-router';
import { filmsQuery } from '@/api/requests/list-films';
import { useMay } from '@/api/requests/may';
import type { Film } from '@/api/types';
import { Button } from '@/components/Button';
import { ConnectionBanner } from '@/components/ConnectionBanner';
import { Logo } from '@/components/Logo';
import { Menu, MenuItem } from '@/components/Menu';
import { Refusal } from '@/components/Refusal';
import { StatusMark } from '@/components/StatusMark';
import { TopBar } from '@/components/TopBar';
import { Waiting } from '@/components/Waiting';
import { passScript } from '@/state/pending-script';
import { did } from '@/state/undo';
import { useCreateDemoFilm } from './api/create-demo-film';
import { useCreateFilm } from './api/create-film';
import { useRemoveFilm } from './api/remove-film';
import { FilmCard } from './FilmCard';
import { NewFilmDialog } from './NewFilmDialog';
import { titleOfFile } from './title-of-file';
import './films.css';

export default function FilmsPage() {
  const { t } = useTranslation();
  const navigate = useNavigate();
  const films = useQuery(filmsQuery());
  const create = useCreateFilm();
  const demo = useCreateDemoFilm();
  const [naming, setNaming] = useState(false);
  const chooser = useRef<HTMLInputElement>(null);

  const may = useMay();
  const { remove, restore } = useRemoveFilm();
  const removeFilm = (film: Film) =>
    remove.mutate(film.id, {
      onSuccess: () => did(t('films.removed', { title: film.name }), () => restore.mutateAsync(film.id)),
    });

  const openDemo = () => demo.mutate(undefined, { onSuccess: (film) => void navigate(`/f/${film.id}`) });
  const importScript = (file: File) => {
    create.mutate(
      { title: titleOfFile(file.name) },
      {
        onSuccess: (film) => {
          passScript(file);
          void navigate(`/f/${film.id}/script`);
        },
      },
    );
  };
  const empty = films.data?.length === 0;
  const actions = may.edit && (
    <div className="row films-actions">
      {empty ? (
        <Button look="accent" onClick={openDemo} disabled={demo.isPending}>
          <Clapperboard size={16} aria-hidden />
          {t('films.demo')}
        </Button>
      ) : (
        <Menu
          trigger={
            <Button look="ghost" square aria-label={t('films.moreActions')} title={t('films.moreActions')}>
              <Ellipsis size={16} aria-hidden />
            </Button>
          }
        >
          <MenuItem onSelect={openDemo} disabled={demo.isPending}>
            {t('films.demo')}
          </MenuItem>
        </Menu>
      )}
      <Button look="line" onClick={() => chooser.current?.click()} disabled={create.isPending}>
        <FileUp size={16} aria-hidden />
        {t('films.import')}
      </Button>
      <Button onClick={() => setNaming(true)}>
        <Plus size={16} aria-hidden />
        {t('films.new')}
      </Button>
      <input
        ref={chooser}
        type="file"
        hidden
        accept=".fountain,.spmd,.txt,.fdx"
        onChange={(event) => {
          const file = event.target.files?.[0];
          event.target.value = '';
          if (file) importScript(file);
        }}
      />
    </div>
  );

  return (
    <div className="shell bare">
      <div className="column">
        <ConnectionBanner />
        <TopBar crumbs={[]}>
          <Link to="/" className="films-brand">
            <Logo />
            Director
          </Link>
        </TopBar>
        <main className="content" id="main">
          <div className="page films-page">
            <div className="page-head">
              <h1 className="grow">{t('nav.films')}</h1>
              {films.data && films.data.length > 0 && actions}
            </div>
            <Refusal error={create.error ?? demo.error ?? remove.error} />
            {demo.isPending && (
              <p className="status films-drawing" role="status">
                <StatusMark mark="generating" />
                {t('films.drawing')}
              </p>
            )}
            <Refusal error={films.error} onRetry={() => void films.refetch()} />
            {films.isPending && !films.error && <Waiting />}
            {films.data && films.data.length > 0 && (
              <ul className="film-grid">
                {films.data.map((film) => (
                  <li key={film.film.id}>
                    <FilmCard summary={film} onRemove={may.edit ? () => removeFilm(film.film) : undefined} />
                  </li>
                ))}
              </ul>
            )}
            {empty && (
              <div className="blank">
                <h2>{t('films.emptyTitle')}</h2>
                {may.edit && <p>{t('films.emptyText')}</p>}
                {actions}
              </div>
            )}
          </div>
        </main>
      </div>
      {naming && <NewFilmDialog onClose={() => setNaming(false)} />}
    </div>
  );
}

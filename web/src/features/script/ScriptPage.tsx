import { FileUp } from 'lucide-react';
import { useEffect, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Link, useParams } from 'react-router';
import { useFilm } from '@/api/requests/get-film-structure';
import { useGenerateFilmTakes } from '@/api/requests/generate-film-takes';
import { useMay } from '@/api/requests/may';
import { Button } from '@/components/Button';
import { NotForYou } from '@/components/NotForYou';
import { Refusal } from '@/components/Refusal';
import { StatusMark } from '@/components/StatusMark';
import { TopBar } from '@/components/TopBar';
import { shotsInOrder } from '@/film/structure';
import { cx } from '@/lib/cx';
import { takePendingScript } from '@/state/pending-script';
import { scriptOf, useImportScript, useTryScript, type Script } from './api/import-screenplay';
import { Report } from './Report';
import './script.css';

/** Brings a screenplay in: first what it would change, then, when that is right, the change. */
export default function ScriptPage() {
  const { t } = useTranslation();
  const { film: filmId = '' } = useParams();
  const film = useFilm(filmId);
  const may = useMay();
  const trial = useTryScript(filmId);
  const accept = useImportScript(filmId);
  const generate = useGenerateFilmTakes(filmId);
  const [script, setScript] = useState<Script | null>(null);
  const [pasted, setPasted] = useState('');
  const [over, setOver] = useState(false);
  const chooser = useRef<HTMLInputElement>(null);
  const without = shotsInOrder(film).filter(({ shot }) => shot.takeCount === 0 && shot.pendingCount === 0).length;

  const offer = (next: Script) => {
    setScript(next);
    accept.reset();
    trial.mutate(next);
  };
  const offerFile = async (file: File) => offer(await scriptOf(file));
  const offerText = () =>
    offer({ name: t('script.pasted'), format: 'fountain', bytes: new Blob([pasted], { type: 'text/plain' }) });
  const latest = useRef(offerFile);
  useEffect(() => {
    latest.current = offerFile;
  });
  useEffect(() => {
    const waiting = takePendingScript();
    if (waiting) void latest.current(waiting);
  }, []);
  const startAgain = () => {
    setScript(null);
    trial.reset();
    accept.reset();
  };

  return (
    <>
      <TopBar
        film={filmId}
        crumbs={[{ text: t('nav.films'), to: '/' }, { text: film.film.name, to: `/f/${filmId}` }, { text: t('nav.script') }]}
      />
      <main className="content" id="main" tabIndex={-1}>
        <div className="page">
          <div className="page-head">
            <h1 className="grow">{t('script.title')}</h1>
            {script && (
              <Button look="line" onClick={startAgain}>
                {t('script.another')}
              </Button>
            )}
          </div>
          {!may.edit && <NotForYou />}
          {may.edit && !script && (
            <>
              <div
                className={cx('drop', over && 'over')}
                onDragOver={(event) => {
                  event.preventDefault();
                  setOver(true);
                }}
                onDragLeave={() => setOver(false)}
                onDrop={(event) => {
                  event.preventDefault();
                  setOver(false);
                  const file = event.dataTransfer.files[0];
                  if (file) void offerFile(file);
                }}
              >
                <FileUp size={24} aria-hidden className="faint" />
                <p className="strong">{t('script.drop')}</p>
                <p className="faint small">{t('script.formats')}</p>
                <Button look="accent" onClick={() => chooser.current?.click()}>
                  {t('script.choose')}
                </Button>
                <input
                  ref={chooser}
                  type="file"
                  hidden
                  accept=".fountain,.spmd,.txt,.fdx"
                  onChange={(event) => {
                    const file = event.target.files?.[0];
                    event.target.value = '';
                    if (file) void offerFile(file);
                  }}
                />
              </div>
              <label className="field">
                <span className="field-label">{t('script.paste')}</span>
                <textarea
                  className="input script-text"
                  rows={12}
                  placeholder={t('script.pastePlaceholder')}
                  value={pasted}
                  onChange={(event) => setPasted(event.target.value)}
                />
              </label>
              <div>
                <Button disabled={pasted.trim() === ''} onClick={offerText}>
                  {t('script.read')}
                </Button>
              </div>
            </>
          )}
          {script && (
            <>
              <p className="soft row">
                {trial.isPending && <StatusMark mark="generating" />}
                <strong>{script.name}</strong>
                {trial.isPending
                  ? t('script.reading')
                  : accept.isSuccess
                    ? t('script.done')
                    : trial.data
                      ? t('script.wouldChange')
                      : null}
              </p>
              <Refusal error={trial.error} onRetry={() => trial.mutate(script)} />
              {trial.data && <Report report={accept.data ?? trial.data} />}
              <Refusal error={accept.error} />
              {trial.data && !accept.isSuccess && (
                <div className="row">
                  <Button look="accent" disabled={accept.isPending} onClick={() => accept.mutate(script)}>
                    {accept.isPending ? t('script.importing') : t('script.import')}
                  </Button>
                  <Button look="ghost" onClick={startAgain}>
                    {t('common.cancel')}
                  </Button>
                </div>
              )}
              {accept.isSuccess && (
                <div className="row">
                  <Link className="button accent" to={`/f/${filmId}`}>
                    {t('script.toBoard')}
                  </Link>
                  {without > 0 && (
                    <Button disabled={generate.isPending || generate.isSuccess} onClick={() => generate.mutate(1)}>
                      {generate.isSuccess ? t('script.generating') : t('script.generate', { count: without })}
                    </Button>
                  )}
                </div>
              )}
              <Refusal error={generate.error} />
            </>
          )}
        </div>
      </main>
    </>
  );
}

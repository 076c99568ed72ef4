import { useQuery } from '@tanstack/react-query';
import { Search } from 'lucide-react';
import { useId, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useNavigate, useParams } from 'react-router';
import { useFilmIfLoaded } from '@/api/requests/get-film-structure';
import { filmsQuery } from '@/api/requests/list-films';
import { Dialog } from '@/components/Dialog';
import { shotCode, shotsInOrder, shotTitle } from '@/film/structure';
import { openOverlay } from '@/state/overlay';
import { usePreferences } from '@/state/preferences';
import { findEntries, type Entry } from './find';
import '../overlays.css';

/** Find or do anything: the places, the shots of this film, the other films, the commands. */
export default function Palette({ onClose }: { onClose(): void }) {
  const { t } = useTranslation();
  const navigate = useNavigate();
  const { film } = useParams();
  const structure = useFilmIfLoaded(film).data;
  const films = useQuery(filmsQuery()).data ?? [];
  const { theme, setTheme } = usePreferences();
  const [text, setText] = useState('');
  const [at, setAt] = useState(0);
  const listId = useId();

  const to = (path: string) => () => void navigate(path);
  const entries: Entry[] = [
    ...(film
      ? [
          { group: 'go', text: t('nav.board'), run: to(`/f/${film}`) },
          { group: 'go', text: t('nav.screening'), run: to(`/f/${film}/screening`) },
          { group: 'go', text: t('nav.script'), run: to(`/f/${film}/script`) },
          { group: 'go', text: t('nav.queue'), run: to(`/f/${film}/queue`) },
          { group: 'go', text: t('nav.activity'), run: to(`/f/${film}/activity`) },
          { group: 'go', text: t('nav.exports'), run: to(`/f/${film}/exports`) },
        ]
      : []),
    { group: 'go', text: t('nav.films'), run: to('/') },
    { group: 'go', text: t('nav.settings'), run: to('/settings/providers') },
    { group: 'go', text: t('settings.shortcuts'), run: to('/settings/shortcuts') },
    { group: 'do', text: t('keys.title'), run: () => openOverlay('help') },
    {
      group: 'do',
      text: t(theme === 'light' ? 'palette.darkTheme' : 'palette.lightTheme'),
      run: () => setTheme(theme === 'light' ? 'dark' : 'light'),
    },
    ...(structure && film
      ? shotsInOrder(structure).map(({ shot }) => ({
          group: 'shot',
          text: `${shotCode(shot)} ${shotTitle(shot)}`,
          run: to(`/f/${film}/shots/${encodeURIComponent(shotCode(shot))}`),
        }))
      : []),
    ...films.map(({ film: entry }) => ({ group: 'film', text: entry.name, run: to(`/f/${entry.id}`) })),
  ];
  const found = findEntries(entries, text);
  const current = found[Math.min(at, found.length - 1)];

  const run = (entry: Entry | undefined) => {
    if (!entry) return;
    onClose();
    entry.run();
  };
  const onKeyDown = (event: React.KeyboardEvent) => {
    const step = event.key === 'ArrowDown' ? 1 : event.key === 'ArrowUp' ? -1 : 0;
    if (step !== 0) {
      event.preventDefault();
      const next = (Math.min(at, found.length - 1) + step + found.length) % Math.max(1, found.length);
      setAt(next);
      document.getElementById(`${listId}-${next}`)?.scrollIntoView({ block: 'nearest' });
    } else if (event.key === 'Enter') {
      event.preventDefault();
      run(current);
    }
  };

  return (
    <Dialog title={t('palette.open')} quietTitle onClose={onClose} className="palette">
      <div className="palette-input">
        <Search size={16} aria-hidden />
        <input
          autoFocus
          role="combobox"
          aria-expanded
          aria-controls={listId}
          aria-activedescendant={current ? `${listId}-${found.indexOf(current)}` : undefined}
          aria-label={t('palette.open')}
          placeholder={t('palette.placeholder')}
          value={text}
          onChange={(event) => {
            setText(event.target.value);
            setAt(0);
          }}
          onKeyDown={onKeyDown}
        />
        <kbd>Esc</kbd>
      </div>
      <ul id={listId} role="listbox" aria-label={t('palette.results')} className="palette-list">
        {found.map((entry, index) => (
          <li
            key={`${entry.group}-${entry.text}-${index}`}
            id={`${listId}-${index}`}
            role="option"
            aria-selected={entry === current}
            onMouseMove={() => setAt(index)}
            onClick={() => run(entry)}
          >
            <span className="grow cut">{entry.text}</span>
            <span className="faint small">{t(`palette.groups.${entry.group}`)}</span>
          </li>
        ))}
        {found.length === 0 && <li className="faint">{t('palette.nothing')}</li>}
      </ul>
    </Dialog>
  );
}

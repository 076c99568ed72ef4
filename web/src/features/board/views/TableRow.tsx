import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import type { Shot } from '@/api/types';
import { StatusMark } from '@/components/StatusMark';
import { shotCode, shotStatus } from '@/film/structure';
import { cx } from '@/lib/cx';
import { cellOf, columns } from './table';

interface Props {
  filmId: string;
  shot: Shot;
  row: number;
  top: number;
  /** The column that has the focus, when this is its row. */
  at: number | null;
  writing: string | null;
  marked: boolean;
  onMark(range: boolean): void;
  onFocus(column: number): void;
  onOpen(): void;
  onWrite(text: string): void;
  /** The text to keep, null for none; then by how many rows and columns to go on, null to stay without the focus. */
  onDone(text: string | null, down: number | null, across: number): void;
}

export function TableRow({ filmId, shot, row, top, at, writing, marked, ...on }: Props) {
  const { t } = useTranslation();
  const code = shotCode(shot);
  return (
    <div role="row" aria-rowindex={row + 2} className={cx('table-row', marked && 'marked')} style={{ top }}>
      <span role="gridcell" className="table-mark">
        <input
          type="checkbox"
          tabIndex={-1}
          aria-label={t('board.mark', { code })}
          checked={marked}
          onChange={() => {}}
          onClick={(event) => on.onMark(event.shiftKey)}
        />
      </span>
      {columns.map((column, index) => {
        const current = at === index;
        if (current && writing !== null)
          return (
            <span key={column} role="gridcell" className="table-writing">
              <input
                autoFocus
                aria-label={`${code}, ${t(`views.columns.${column}`)}`}
                value={writing}
                maxLength={4_000}
                onChange={(event) => on.onWrite(event.target.value)}
                onBlur={() => on.onDone(writing, null, 0)}
                onKeyDown={(event) => {
                  if (event.key === 'Enter') on.onDone(writing, event.shiftKey ? -1 : 1, 0);
                  else if (event.key === 'Tab') on.onDone(writing, 0, event.shiftKey ? -1 : 1);
                  else if (event.key === 'Escape') on.onDone(null, 0, 0);
                  else return;
                  event.preventDefault();
                }}
              />
            </span>
          );
        return (
          <span
            key={column}
            role="gridcell"
            className="cut"
            data-cell={`${row}:${index}`}
            tabIndex={current ? 0 : -1}
            title={cellOf(shot, column)}
            onFocus={() => on.onFocus(index)}
            onDoubleClick={on.onOpen}
          >
            {cellOf(shot, column)}
          </span>
        );
      })}
      <span role="gridcell">
        <Link tabIndex={-1} className="status" to={`/f/${filmId}/shots/${encodeURIComponent(code)}`}>
          <StatusMark mark={shotStatus(shot)} size={14} />
          {t(`status.${shotStatus(shot)}`)}
        </Link>
      </span>
      <span role="gridcell" className="cut faint">
        {shot.tags.join(', ')}
      </span>
    </div>
  );
}

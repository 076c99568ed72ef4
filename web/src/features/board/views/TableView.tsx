import { useVirtualizer } from '@tanstack/react-virtual';
import { useEffect, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { AssetPatch } from '@/api/types';
import type { PlacedShot } from '@/film/structure';
import { did, say } from '@/state/undo';
import { useUpdateShots, type ShotPatch } from '../api/update-shots';
import type { CardActions } from '../use-board-actions';
import { TableRow } from './TableRow';
import { cellOf, columns, inverseOf, pasteAt, patchOf, readCells } from './table';

interface Props {
  filmId: string;
  shots: readonly PlacedShot[];
  marked: ReadonlySet<string>;
  actions: CardActions;
}

export interface Place {
  row: number;
  column: number;
}

const rowHeight = 36;
/** Mark and state stand before and behind what can be written. */
const others = 3;

/** The shots as a spreadsheet: walked by arrow keys, written in place, pasted into from another one. */
export function TableView({ filmId, shots, marked, actions }: Props) {
  const { t } = useTranslation();
  const update = useUpdateShots(filmId);
  const table = useRef<HTMLDivElement>(null);
  const [at, setAt] = useState<Place>({ row: 0, column: 0 });
  /** What is being written; null: nothing. */
  const [writing, setWriting] = useState<string | null>(null);
  const moved = useRef(false);
  const list = shots.map(({ shot }) => shot);
  // Its functions read the scroll position and must not be memoized; nothing here is.
  // eslint-disable-next-line react-hooks/incompatible-library
  const rows = useVirtualizer({
    count: list.length,
    getScrollElement: () => table.current,
    estimateSize: () => rowHeight,
    scrollPaddingStart: rowHeight,
    overscan: 8,
  });
  const row = Math.min(at.row, list.length - 1);
  useEffect(() => {
    if (!moved.current) return;
    moved.current = false;
    table.current?.querySelector<HTMLElement>(`[data-cell="${row}:${at.column}"]`)?.focus();
  });
  const go = (down: number, across: number) => {
    const next = {
      row: Math.max(0, Math.min(list.length - 1, row + down)),
      column: Math.max(0, Math.min(columns.length - 1, at.column + across)),
    };
    moved.current = true;
    rows.scrollToIndex(next.row);
    setAt(next);
    setWriting(null);
  };
  const change = (changes: readonly ShotPatch[]) => {
    if (changes.length === 0) return;
    const byId = new Map(list.map((shot) => [shot.id, shot]));
    const back = changes.map(({ id, patch }) => ({ id, patch: inverseOf(byId.get(id)!, patch) }));
    update.mutate(changes, {
      onSuccess: ({ changed, refused }) => {
        if (changed > 0) did(t('views.changed', { count: changed }), () => update.mutateAsync(back));
        if (refused.length > 0) say(t('views.refused', { count: refused.length, reason: refused[0] }), 'bad');
      },
      onError: (error) => say(error.message, 'bad'),
    });
  };
  const write = (text: string): void => {
    const shot = list[row];
    const column = columns[at.column];
    const patch: AssetPatch | null | false = shot && column ? patchOf(shot, column, text) : null;
    if (patch === false && column === 'durationFrames') say(t('views.badFrames'), 'bad');
    if (patch && shot) change([{ id: shot.id, patch }]);
  };
  const onKeyDown = (event: React.KeyboardEvent) => {
    if (!(event.target instanceof HTMLElement) || !event.target.dataset.cell) return;
    const steps: Record<string, [number, number]> = {
      ArrowUp: [-1, 0],
      ArrowDown: [1, 0],
      ArrowLeft: [0, -1],
      ArrowRight: [0, 1],
      PageUp: [-12, 0],
      PageDown: [12, 0],
      Home: [event.ctrlKey ? -list.length : 0, -columns.length],
      End: [event.ctrlKey ? list.length : 0, columns.length],
    };
    const step = steps[event.key];
    const shot = list[row];
    if (event.altKey || !shot) return;
    if (step) go(...step);
    else if (event.ctrlKey || event.metaKey) return;
    else if (event.key === ' ') actions.mark(shot, event.shiftKey);
    else if (!actions.may.edit) return;
    else if (event.key === 'Enter' || event.key === 'F2') setWriting(cellOf(shot, columns[at.column]!));
    else if (event.key === 'Delete' || event.key === 'Backspace') write('');
    else if ([...event.key].length === 1) setWriting(event.key);
    else return;
    event.preventDefault();
  };
  const onPaste = (event: React.ClipboardEvent) => {
    if (writing !== null || !actions.may.edit) return;
    event.preventDefault();
    const changes = pasteAt(list, row, at.column, readCells(event.clipboardData.getData('text/plain')));
    if (changes.length === 0) say(t('views.noCell'));
    change(changes);
  };
  const onCopy = (event: React.ClipboardEvent) => {
    const shot = list[row];
    if (writing !== null || !shot) return;
    event.preventDefault();
    event.clipboardData.setData('text/plain', cellOf(shot, columns[at.column]!));
  };
  return (
    <div className="table-view">
      <p className="small faint">{actions.may.edit && t('views.tableHelp')}</p>
      <div
        ref={table}
        className="shot-table"
        role="grid"
        aria-label={t('views.table')}
        aria-rowcount={list.length + 1}
        aria-colcount={columns.length + others}
        onKeyDown={onKeyDown}
        onPaste={onPaste}
        onCopy={onCopy}
      >
        <div role="row" aria-rowindex={1} className="table-row table-head">
          <span role="columnheader">
            <span className="visually-hidden">{t('views.all')}</span>
          </span>
          {columns.map((column) => (
            <span key={column} role="columnheader" className="cut">
              {t(`views.columns.${column}`)}
            </span>
          ))}
          <span role="columnheader">{t('views.columns.status')}</span>
          <span role="columnheader">{t('views.columns.tags')}</span>
        </div>
        <div role="rowgroup" className="table-body" style={{ height: rows.getTotalSize() }}>
          {rows.getVirtualItems().map((item) => {
            const shot = list[item.index]!;
            return (
              <TableRow
                key={shot.id}
                filmId={filmId}
                shot={shot}
                row={item.index}
                top={item.start}
                at={item.index === row ? at.column : item.index === 0 && row < 0 ? 0 : null}
                writing={item.index === row ? writing : null}
                marked={marked.has(shot.id)}
                onMark={(range) => actions.mark(shot, range)}
                onFocus={(column) => (item.index !== row || column !== at.column) && setAt({ row: item.index, column })}
                onOpen={() => actions.may.edit && setWriting(cellOf(shot, columns[at.column]!))}
                onWrite={setWriting}
                onDone={(text, down, across) => {
                  if (text !== null) write(text);
                  if (down !== null) go(down, across);
                  else setWriting(null);
                }}
              />
            );
          })}
        </div>
      </div>
    </div>
  );
}

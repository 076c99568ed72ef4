import { X } from 'lucide-react';
import { useEffect, useRef } from 'react';
import { useTranslation } from 'react-i18next';
import type { Take } from '@/api/types';
import { Button } from '@/components/Button';
import { Keycaps } from '@/components/Keycaps';
import { StripCell } from './StripCell';
import './sheet.css';

interface Props {
  takes: readonly Take[];
  current: Take | undefined;
  selectedId: string | null;
  onShow(take: Take): void;
  onClose(): void;
}

/**
 * All takes of the shot at once. Arrows go from one to the next, and every key of the shot works on the one they stand on:
 * a reject moves on to the next by itself.
 */
export default function ContactSheet({ takes, current, selectedId, onShow, onClose }: Props) {
  const { t } = useTranslation();
  const grid = useRef<HTMLUListElement>(null);
  useEffect(() => {
    const cell = grid.current?.querySelector<HTMLElement>('[aria-current]');
    cell?.focus({ preventScroll: true });
    cell?.scrollIntoView({ block: 'nearest' });
  }, [current?.id]);
  const columns = () => {
    const cells = [...(grid.current?.children ?? [])];
    const top = cells[0]?.getBoundingClientRect().top;
    return Math.max(
      1,
      cells.findIndex((cell) => cell.getBoundingClientRect().top !== top),
    );
  };
  const onKeyDown = (event: React.KeyboardEvent) => {
    const at = takes.findIndex((take) => take.id === current?.id);
    const steps: Record<string, () => number> = {
      ArrowLeft: () => at - 1,
      ArrowRight: () => at + 1,
      ArrowUp: () => at - columns(),
      ArrowDown: () => at + columns(),
      Home: () => 0,
      End: () => takes.length - 1,
    };
    const next = steps[event.key] && takes[steps[event.key]!()];
    if (event.shiftKey || event.ctrlKey || event.altKey || !steps[event.key]) return;
    event.preventDefault();
    if (next) onShow(next);
  };
  return (
    <section className="sheet" aria-label={t('shot.sheet')}>
      <div className="sheet-bar">
        <h2>{t('shot.sheet')}</h2>
        <span className="small faint">{t('shot.sheetHint')}</span>
        <span className="grow" />
        <Button look="ghost" compact square onClick={onClose} aria-label={t('common.close')}>
          <X size={16} aria-hidden />
        </Button>
        <Keycaps action="shot.sheet" />
      </div>
      {/* Its cells are buttons; the arrows only go between them. */}
      <ul className="sheet-grid" ref={grid} onKeyDown={onKeyDown}>
        {takes.map((take) => (
          <li key={take.id}>
            <StripCell
              item={{ kind: 'take', key: take.id, number: take.number ?? 0, take }}
              current={current?.id}
              selectedId={selectedId}
              onShow={(chosen) => (chosen.id === current?.id ? onClose() : onShow(chosen))}
            />
          </li>
        ))}
      </ul>
    </section>
  );
}

import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import type { Take } from '@/api/types';
import { Picture } from '@/components/Picture';
import { isRejected } from '@/film/structure';
import { cx } from '@/lib/cx';
import type { Comparison } from './use-compare';

/** The shot's takes as chips: a press takes one into the comparison, up to four, or out of it. */
export function CompareWith({ takes, compare, children }: { takes: readonly Take[]; compare: Comparison; children: ReactNode }) {
  const { t } = useTranslation();
  const { sides } = compare;
  const open = takes.filter((take) => !isRejected(take) || sides.includes(take));
  return (
    <div className="compare-with">
      <span className="small faint">{t('shot.compareWith')}</span>
      <ul>
        {open.map((take) => {
          const at = sides.findIndex((side) => side.id === take.id);
          const fixed = at === 0 || (at < 0 ? sides.length > 3 : sides.length < 3);
          return (
            <li key={take.id}>
              <button
                type="button"
                className={cx('compare-chip', at >= 0 && 'on')}
                aria-pressed={at >= 0}
                aria-disabled={fixed || undefined}
                aria-label={t('shot.take', { number: take.number })}
                onClick={() => compare.toggle(take)}
              >
                <span>{take.number}</span>
                <Picture take={take} size={320} alt="" />
                {at >= 0 && <b className="letter">{'ABCD'[at]}</b>}
              </button>
            </li>
          );
        })}
      </ul>
      {children}
      <span className="small faint row compare-hint">
        <kbd>Shift</kbd>
        <kbd>1</kbd>–<kbd>9</kbd> {t('shot.setsB')}
      </span>
    </div>
  );
}

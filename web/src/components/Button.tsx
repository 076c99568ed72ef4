import type { ComponentProps } from 'react';
import { cx } from '@/lib/cx';

interface Props extends ComponentProps<'button'> {
  look?: 'plain' | 'ghost' | 'line' | 'accent';
  compact?: boolean;
  square?: boolean;
}

export function Button({ look = 'plain', compact, square, className, type = 'button', ...rest }: Props) {
  return (
    <button
      type={type}
      className={cx('button', look !== 'plain' && look, compact && 'compact', square && 'square', className)}
      {...rest}
    />
  );
}

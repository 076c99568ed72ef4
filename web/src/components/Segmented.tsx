import { ToggleGroup } from 'radix-ui';
import type { ReactNode } from 'react';
import { cx } from '@/lib/cx';

interface Props<T extends string> {
  label: string;
  value: T | '';
  options: readonly { value: T; text: ReactNode; title?: string }[];
  onChange(value: T): void;
  className?: string;
}

/** One of a few, all in sight. Choosing the chosen one again keeps it. */
export function Segmented<T extends string>({ label, value, options, onChange, className }: Props<T>) {
  return (
    <ToggleGroup.Root
      type="single"
      className={cx('segmented', className)}
      aria-label={label}
      value={value}
      onValueChange={(next) => next && onChange(next as T)}
    >
      {options.map((option) => (
        <ToggleGroup.Item key={option.value} value={option.value} title={option.title}>
          {option.text}
        </ToggleGroup.Item>
      ))}
    </ToggleGroup.Root>
  );
}

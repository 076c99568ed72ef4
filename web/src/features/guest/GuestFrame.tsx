import type { ReactNode } from 'react';
import { LanguageButton } from './LanguageButton';
import { Logo } from '@/components/Logo';

/** The frame of the pages before a review. */
export function GuestFrame({ children }: { children: ReactNode }) {
  return (
    <div className="guest-door">
      <header>
        <span className="brand">
          <Logo />
          Director
        </span>
        <span className="grow" />
        <LanguageButton />
      </header>
      <main id="main">
        <div className="guest-card">{children}</div>
      </main>
    </div>
  );
}

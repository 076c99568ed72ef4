import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { ConnectionBanner } from '@/components/ConnectionBanner';
import { Logo } from '@/components/Logo';
import { chooseLanguage } from '@/i18n';
import './account.css';

/** The frame of the pages before the door: set-up and sign-in. */
export function Door({ title, text, children }: { title: string; text?: string; children: ReactNode }) {
  const { i18n } = useTranslation();
  const other = i18n.language === 'ru' ? 'en' : 'ru';
  return (
    <div className="door">
      <ConnectionBanner />
      <header className="door-head">
        <span className="brand">
          <Logo />
          Director
        </span>
        <button type="button" className="button ghost compact" onClick={() => void chooseLanguage(other)} lang={other}>
          {other === 'ru' ? 'Русский' : 'English'}
        </button>
      </header>
      <main className="door-main">
        <div className="door-card">
          <i className="door-sticks" aria-hidden />
          <h1>{title}</h1>
          {text && <p className="soft">{text}</p>}
          {children}
        </div>
      </main>
    </div>
  );
}

import type { ReactNode } from 'react';

interface Props {
  title: string;
  text?: ReactNode;
  action?: ReactNode;
  children?: ReactNode;
}

/** One matter of a settings page: its name, a sentence, what can be done at the side, and the matter itself. */
export function Panel({ title, text, action, children }: Props) {
  return (
    <section className="panel" aria-label={title}>
      <header className="panel-head">
        <div className="grow">
          <h2>{title}</h2>
          {text && <p className="small soft">{text}</p>}
        </div>
        {action}
      </header>
      {children}
    </section>
  );
}

import './slate.css';

/** The card that stands for a shot without a picture. */
export function Slate({ code, line, note, compact }: { code: string; line?: string | null; note: string; compact?: boolean }) {
  return (
    <div className={compact ? 'slate compact' : 'slate'}>
      <i className="slate-sticks" aria-hidden />
      <strong>{code}</strong>
      {line && <p>{line}</p>}
      <span>{note}</span>
    </div>
  );
}

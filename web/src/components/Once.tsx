import { CopyButton } from './CopyButton';

/** A secret that is shown this one time, and how to take it along. */
export function Once({ value, note }: { value: string; note: string }) {
  return (
    <div className="once">
      <p className="soft">{note}</p>
      <code className="once-value">{value}</code>
      <div>
        <CopyButton text={value} />
      </div>
    </div>
  );
}

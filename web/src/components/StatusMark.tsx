export type Mark = 'selected' | 'circled' | 'pick' | 'generating' | 'empty' | 'rejected' | 'failed';

const shapes: Record<Mark, React.ReactNode> = {
  selected: (
    <>
      <circle cx="8" cy="8" r="7" className="mark-selected-disc" stroke="none" />
      <path d="m4.800 8.300 2.200 2.200 4.300-4.700" stroke="#1d1303" strokeWidth="1.8" />
    </>
  ),
  circled: <circle cx="8" cy="8" r="5.600" strokeWidth="2.2" />,
  pick: (
    <>
      <path d="M8 1.600 14.400 8 8 14.400 1.600 8z" />
      <circle cx="8" cy="8" r="1.700" fill="currentColor" stroke="none" />
    </>
  ),
  generating: (
    <>
      <circle cx="8" cy="8" r="5.800" strokeOpacity=".3" strokeWidth="2" />
      <path d="M8 2.200A5.800 5.800 0 1 1 2.200 8" strokeWidth="2" />
    </>
  ),
  empty: <circle cx="8" cy="8" r="6" strokeDasharray="2.400 2.310" />,
  rejected: (
    <>
      <circle cx="8" cy="8" r="6" />
      <path d="m4 12 8-8" />
    </>
  ),
  failed: (
    <>
      <path d="M8 2 14.600 13.600H1.400z" />
      <path d="M8 6.400v3.200M8 11.600v.01" />
    </>
  ),
};

/** The shape of a status. It never stands without a word beside it or as its label. */
export function StatusMark({ mark, size = 16, label }: { mark: Mark; size?: number; label?: string }) {
  return (
    <svg
      viewBox="0 0 16 16"
      width={size}
      height={size}
      fill="none"
      stroke="currentColor"
      strokeWidth="1.6"
      strokeLinecap="round"
      strokeLinejoin="round"
      className={mark === 'generating' ? 'spinner' : undefined}
      role={label ? 'img' : undefined}
      aria-label={label}
      aria-hidden={label ? undefined : true}
    >
      {shapes[mark]}
    </svg>
  );
}

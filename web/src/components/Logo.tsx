export function Logo({ size = 20 }: { size?: number }) {
  return (
    <svg viewBox="0 0 20 20" width={size} height={size} fill="none" stroke="currentColor" strokeWidth="1.6" aria-hidden>
      <rect x="1" y="3" width="18" height="14" rx="3" />
      <path d="M5 17 9.500 3M10.500 17 15 3" />
    </svg>
  );
}

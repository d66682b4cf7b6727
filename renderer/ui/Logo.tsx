interface LogoProps {
  /** Edge length in pixels. */
  readonly size: 20 | 24 | 32;
}

/** The mark: an S in a speech bubble. Decoration: the product's name stands beside it. */
export const Logo = ({ size }: LogoProps) => (
  <svg width={size} height={size} viewBox="0 0 32 32" fill="none" aria-hidden focusable={false}>
    <path d="M16 3a13 13 0 1 1-5.9 24.6l-5.2 1.3a.8.8 0 0 1-1-1l1.4-5.1A13 13 0 0 1 16 3Z" fill="var(--accent)" />
    <path
      d="M20.6 11.9a6.2 6.2 0 0 0-4.6-1.7c-2.6 0-4.3 1.2-4.3 3 0 1.9 1.7 2.5 4.3 2.9s4.5 1.1 4.5 3.1-1.9 3.1-4.6 3.1a6.6 6.6 0 0 1-4.9-1.9"
      stroke="var(--on-accent)"
      strokeWidth="2.6"
      strokeLinecap="round"
    />
  </svg>
);

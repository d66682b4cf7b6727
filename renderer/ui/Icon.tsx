import type { LucideIcon } from 'lucide-react';

interface IconProps {
  readonly of: LucideIcon;
  /** Edge length in pixels. */
  readonly size?: 16 | 20;
  readonly className?: string | undefined;
}

/** An icon beside a word that says the same, so it is hidden from screen readers. */
export const Icon = ({ of: Drawing, size = 16, className }: IconProps) => (
  <Drawing size={size} strokeWidth={1.75} aria-hidden focusable={false} className={className} />
);

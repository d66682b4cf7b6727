/** A file that somebody might write, and what lint must say to it. */
export interface Sample {
  /** Where it would stand in the house. */
  readonly at: string;
  readonly code: string;
  /** The rules that speak, in order; none where the file is as it should be. */
  readonly rules?: readonly string[];
  /** What the first of them says, at least in part. */
  readonly says?: string;
}

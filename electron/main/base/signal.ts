/** Something that happens once, and can be waited for. */
export interface Signal {
  readonly whenGiven: Promise<void>;
  readonly give: () => void;
}

export const createSignal = (): Signal => {
  let give = (): void => undefined;
  const whenGiven = new Promise<void>((resolve) => {
    give = resolve;
  });
  return {
    whenGiven,
    give: () => {
      give();
    },
  };
};

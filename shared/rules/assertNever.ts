/** Closes a switch over a union: a new member fails to compile here. Never prints the value, which may be private. */
export const assertNever = (value: never): never => {
  throw new Error(`Unexpected ${typeof value} where every case should have been handled`);
};

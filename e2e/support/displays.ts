/** The virtual displays of this run, by their X names; none where windows show on the person's own. */
export const displays: readonly string[] = (process.env['SMARTSPACE_VIRTUAL_DISPLAYS'] ?? '')
  .split(' ')
  .filter((name) => name !== '');

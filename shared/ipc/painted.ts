/** Said once by the preload script when its page has painted for the first time. Carries nothing. */
export const paintedChannel = 'page:painted';

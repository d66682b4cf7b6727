import { useEffect, useRef, useState } from 'react';
import { emailSchema } from '../../../shared/platform/primitives';
import { appDesktop } from '../../desktop/appDesktop';
import type { LoginOptions } from './loginWays';

/** How long typing rests before the platform is asked, in milliseconds. */
const pauseInTyping = 400;

/** The domain of a complete address, in lower case; null while it is not complete. */
const domainOf = (email: string): string | null =>
  emailSchema.safeParse(email).success ? email.slice(email.lastIndexOf('@') + 1).toLowerCase() : null;

/** Null where it can't be known now: logging in tells what is wrong, this need not. */
const readOptions = async (email: string): Promise<LoginOptions | null> => {
  try {
    const result = await appDesktop.readLoginOptions({ email });
    return result.ok ? result.value : null;
  } catch (error) {
    reportError(error);
    return null;
  }
};

interface Inquiry {
  readonly domain: string;
  readonly answer: Promise<LoginOptions | null>;
}

interface LoginOptionsInquirer {
  /** What the domain of the address allows; null while that is not known. */
  readonly options: LoginOptions | null;
  /** Asks about this address now, unless its domain has been asked about. */
  readonly ask: (email: string) => Promise<LoginOptions | null>;
  /** The address is being typed: what was known of another domain is void, and this one is asked about after a pause. */
  readonly askSoon: (email: string) => void;
}

/** Knows how the address in a field may log in. Only the answer about the address of the moment counts. */
export const useLoginOptions = (): LoginOptionsInquirer => {
  const [options, setOptions] = useState<LoginOptions | null>(null);
  const inquiry = useRef<Inquiry | null>(null);
  const timeout = useRef<ReturnType<typeof setTimeout> | undefined>(undefined);

  useEffect(() => () => clearTimeout(timeout.current), []);

  const inquire = async (email: string, domain: string): Promise<LoginOptions | null> => {
    const answer = await readOptions(email);
    if (inquiry.current?.domain !== domain) return answer;
    if (answer === null) inquiry.current = null;
    setOptions(answer);
    return answer;
  };

  const ask = (email: string): Promise<LoginOptions | null> => {
    clearTimeout(timeout.current);
    const domain = domainOf(email);
    if (domain === inquiry.current?.domain && inquiry.current !== null) return inquiry.current.answer;
    setOptions(null);
    if (domain === null) {
      inquiry.current = null;
      return Promise.resolve(null);
    }
    const answer = inquire(email, domain);
    inquiry.current = { domain, answer };
    return answer;
  };

  const askSoon = (email: string) => {
    clearTimeout(timeout.current);
    const domain = domainOf(email);
    if (domain !== (inquiry.current?.domain ?? null)) {
      inquiry.current = null;
      setOptions(null);
    }
    if (domain !== null) timeout.current = setTimeout(() => void ask(email), pauseInTyping);
  };

  return { options, ask, askSoon };
};

import * as z from 'zod/mini';
import { deepLinkScheme, deepLinkSchema, findDeepLink, isDeepLink } from '../../../shared/rules/deepLink';
import type { DeepLink } from '../../../shared/rules/deepLink';

const handOverSchema = z.object({ link: z.nullable(deepLinkSchema) });

/** What a second instance hands to the first: its link, parsed where its command line was still in order. */
export type HandOver = z.infer<typeof handOverSchema>;

/**
 * The link that a second instance was started with, or null.
 *
 * @param handOver what it says itself; any program of the user's can say something here, so it is parsed again
 * @param commandLine its command line, which counts where nothing understandable was handed over: another version's word
 */
export const linkOfSecondInstance = (handOver: unknown, commandLine: readonly string[]): DeepLink | null => {
  const parsed = handOverSchema.safeParse(handOver);
  return parsed.success ? parsed.data.link : findDeepLink(commandLine);
};

/** The longest argument, and the longest command line, that is handed over, in bytes. */
const longestArgument = 4096;
const longestCommandLine = 16_384;

/**
 * What to start the app with instead, where its command line is too long to be handed to a running instance, or null.
 *
 * On Linux Chromium hands it over through a buffer of 32 KiB. What does not fit gets no answer; after a while Chromium
 * takes the running instance for dead and kills it, in the middle of whatever its agent was doing. A link of that length,
 * which any web page can open, is damaged anyway: a short one that is damaged as well takes its place.
 *
 * @returns arguments without the executable
 */
export const shortenCommandLine = ([executable = '', ...parameters]: readonly string[]): string[] | null => {
  const length = (texts: readonly string[]) => Buffer.byteLength(texts.join(' '));
  if (length([executable, ...parameters]) <= longestCommandLine) return null;
  const shortened = parameters
    .filter((argument) => isDeepLink(argument) || length([argument]) <= longestArgument)
    .map((argument) => (isDeepLink(argument) ? `${deepLinkScheme}:` : argument));
  return length([executable, ...shortened]) <= longestCommandLine ? shortened : [];
};

/** A command line without the links in it, to be kept in place of the one that the process was started with. */
export const withoutLinks = (commandLine: readonly string[]): string[] =>
  commandLine.filter((argument) => !isDeepLink(argument));

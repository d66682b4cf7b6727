import { parseExternalLink } from '../../../../shared/rules/links';

/** A piece of a message's text; the `text` of all pieces, joined, is the whole text again. */
export type MessagePart =
  | { readonly kind: 'text'; readonly text: string }
  | { readonly kind: 'link'; readonly text: string; readonly href: string };

// A candidate is a run without spaces; what it is gets decided below. One character class under a lazy start keeps the
// search linear however hostile the text is.
const candidate =
  /(?<![\p{L}\p{N}_@./-])(?:https:\/\/|mailto:|tel:|www\.)[^\s<>"]+|[\w.+-]{1,64}@[\w-]{1,63}(?:\.[\w-]{1,63}){1,8}/giu;

const brackets: Readonly<Record<string, string>> = { ')': '(', ']': '[', '}': '{' };

const count = (text: string, character: string): number => text.split(character).length - 1;

/** Leaves out what follows a link in a sentence: full stops, quotes, and a bracket that was opened before the link. */
const trimSentenceEnd = (link: string): string => {
  let end = link.length;
  for (; end > 0; end -= 1) {
    const last = link.charAt(end - 1);
    const opener = brackets[last];
    const kept = link.slice(0, end);
    const isClosedInside = opener !== undefined && count(kept, opener) >= count(kept, last);
    if (isClosedInside || !/[.,;:!?'’”»*_~)\]}…]/u.test(last)) break;
  }
  return link.slice(0, end);
};

const completeLink = (link: string): string => {
  if (/^www\./i.test(link)) return `https://${link}`;
  return /^(?:https:|mailto:|tel:)/i.test(link) ? link : `mailto:${link}`;
};

/** Splits a message into plain text and the links that may be opened: https, www, e-mail addresses, mailto and tel. */
export const splitIntoParts = (text: string): readonly MessagePart[] => {
  const parts: MessagePart[] = [];
  let done = 0;
  for (const match of text.matchAll(candidate)) {
    const link = trimSentenceEnd(match[0]);
    const href = parseExternalLink(completeLink(link));
    if (href === null) continue;
    if (match.index > done) parts.push({ kind: 'text', text: text.slice(done, match.index) });
    parts.push({ kind: 'link', text: link, href });
    done = match.index + link.length;
  }
  if (done < text.length) parts.push({ kind: 'text', text: text.slice(done) });
  return parts;
};

import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import { z } from 'zod';
import { passwordInputSchema } from '../../shared/platform/auth';
import { passwordRules } from '../../shared/rules/passwordPolicy';
import { accountOfLink, setPasswordByLink } from '../auth/passwordLinks';
import { openRateLimit } from '../auth/rateLimiter';
import { sendPage, type Page } from '../http/pages';
import { ProblemError } from '../http/problemError';
import { languageSchema, linkTokenSchema, passwordPagePath } from '../mail/landingPage';
import type { World } from '../world';
import { busyPage, donePage, formPage, refusedPage, type Mistake } from './pages';

/** A form is small. In bytes. */
const bodyLimit = 16 * 1024;

const linkSchema = z.object({ token: linkTokenSchema.nullable().catch(null), language: languageSchema });
const formSchema = z.object({ password: passwordInputSchema, confirmation: passwordInputSchema });

interface Answer {
  readonly status: number;
  readonly page: Page;
}

/** What is said instead of JSON. Throws again what a person can do nothing about. */
const explain = (error: unknown, language: 'pt-BR' | 'en', askAgain: (mistake: Mistake) => Page): Answer => {
  if (!(error instanceof ProblemError)) throw error;
  const { problem } = error;
  if (problem.code === 'reset-link-refused') return { status: 422, page: refusedPage(language, problem.reason) };
  if (problem.code !== 'password-policy') throw error;
  const unmet = passwordRules.filter((rule) => problem.unmet.includes(rule));
  return { status: 422, page: askAgain({ kind: 'policy', unmet }) };
};

const answer = async (world: World, request: FastifyRequest): Promise<Answer> => {
  const isSent = request.method === 'POST';
  const { token, language } = linkSchema.parse((isSent ? request.body : request.query) ?? {});
  if (world.rateLimiter.take(`password page ${request.ip}`, openRateLimit) !== null) {
    return { status: 429, page: busyPage(language) };
  }
  if (token === null) return { status: 422, page: refusedPage(language, 'damaged') };
  const ask = (mistake: Mistake | null): Page =>
    formPage(language, { token, email: accountOfLink(world, token).email, mistake });
  try {
    if (!isSent) return { status: 200, page: ask(null) };
    const form = formSchema.safeParse(request.body);
    if (form.data?.password !== form.data?.confirmation) return { status: 422, page: ask({ kind: 'mismatch' }) };
    await setPasswordByLink(world, token, form.data?.password ?? '');
    return { status: 200, page: donePage(language) };
  } catch (error) {
    return explain(error, language, ask);
  }
};

/**
 * Sets a password in the browser, for whom the app can't be opened. The address shows a form and does nothing; only the
 * form, posted with the token in its body, uses the link up. Nobody is logged in by it.
 */
export const registerPasswordPage = (app: FastifyInstance, world: World): void => {
  void app.register((pages, _options, done) => {
    const form = 'application/x-www-form-urlencoded';
    pages.addContentTypeParser(form, { parseAs: 'string', bodyLimit }, (_request, body, parsed) => {
      parsed(null, Object.fromEntries(new URLSearchParams(body.toString())));
    });
    const handler = async (request: FastifyRequest, reply: FastifyReply) => {
      const { status, page } = await answer(world, request);
      return sendPage(reply.status(status), page);
    };
    pages.get(passwordPagePath, handler);
    pages.post(passwordPagePath, handler);
    done();
  });
};

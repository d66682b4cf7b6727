import type { OutgoingHttpHeaders, ServerResponse } from 'node:http';
import { headersOf, writePage, type Page } from '../http/pages';

export const sendPage = (
  response: ServerResponse,
  status: number,
  page: Page,
  headers: OutgoingHttpHeaders = {},
): void => {
  response.writeHead(status, { ...headersOf(page), ...headers }).end(writePage(page));
};

/** The token of an `Authorization: Bearer …` header, or null. */
export const bearerToken = (header: string | undefined): string | null =>
  /^Bearer ([\x21-\x7E]+)$/i.exec(header ?? '')?.[1] ?? null;

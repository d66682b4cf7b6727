import * as z from 'zod/mini';

/** The pages there are, by what their markup shows before any script runs. */
export const pageKindSchema = z.enum(['login', 'shell', 'shell-collapsed']);

export type PageKind = z.infer<typeof pageKindSchema>;

import { z } from 'zod';

/** The two pages there are, by what their markup shows before any script runs. */
export const pageKindSchema = z.enum(['login', 'shell']);

export type PageKind = z.infer<typeof pageKindSchema>;

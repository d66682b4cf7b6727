import * as z from 'zod/mini';

// zod would compile a parser for each object schema when that first parses. At the start that is dozens of compilations,
// each for a handful of parses: they cost more than they ever save. zod decides when a schema is made, so this module
// comes before any that makes one.
z.config({ jitless: true });

import * as z from 'zod/mini';

// Compiled parsers need `new Function`, which our content policy forbids. zod tries it when the first object schema is
// made, so this module comes before any that makes one.
z.config({ jitless: true });

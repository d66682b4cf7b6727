/**
 * The last line of defence of the log: masks whatever looks like a credential or a person. Nothing of the kind should get
 * here in the first place.
 */
export const scrub = (text: string): string =>
  patterns.reduce((scrubbed, { pattern, mask }) => scrubbed.replaceAll(pattern, mask), text);

const patterns: readonly { readonly pattern: RegExp; readonly mask: string }[] = [
  // A link of ours may carry a secret anywhere: whole, and however it is spelt.
  { pattern: /\bsmartspace:[^\s<>]*/gi, mask: '[link]' },
  // Three base64url parts, the first of which is the base64 of `{"`.
  { pattern: /\beyJ[\w-]+\.[\w-]+(?:\.[\w-]*)?/g, mask: '[token]' },
  { pattern: /\b(bearer|basic)\s+[\w.~+/=-]+/gi, mask: '$1 [token]' },
  {
    pattern:
      /\b([\w-]*(?:token|password|senha|secret|authorization|code|otp)["']?\s*(?:[=:]|%3D)\s*)(?:"[^"]*"|'[^']*'|[^\s"',;&}]+)/gi,
    mask: '$1[secret]',
  },
  { pattern: /[\p{L}\p{N}._%+-]+@[\p{L}\p{N}-]+(?:\.[\p{L}\p{N}-]+)+/gu, mask: '[e-mail]' },
  { pattern: /(?<![\w.-])\d{3}\.\d{3}\.\d{3}-\d{2}(?!\w)/g, mask: '[cpf]' },
  // Eleven digits in a row are a CPF or a mobile number, which need no telling apart here.
  { pattern: /(?<![\w.-])\+?\d{10,13}(?![\w-])/g, mask: '[number]' },
  {
    pattern: /(?<![\w.-])(?:\+?\d{2}[\s.-]?)?(?:\(\d{2}\)|\d{2})[\s.-]?9?\d{4}[\s.-]?\d{4}(?![\w-])/g,
    mask: '[phone]',
  },
  // A number without its area code.
  { pattern: /(?<![\w.-])9?\d{4}-\d{4}(?![\w-])/g, mask: '[phone]' },
];

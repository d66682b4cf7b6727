/**
 * How main reaches the network: Electron's `session.fetch` in the app, so that the system's proxy and certificates
 * apply, and Node's own in tests.
 */
export type Fetch = (input: string | URL | Request, init?: RequestInit) => Promise<Response>;

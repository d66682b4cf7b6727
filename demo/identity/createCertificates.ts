/** All PEM. */
export interface Certificates {
  /** Of the authority that vouches for the server, for clients to trust. */
  readonly authority: string;
  readonly certificate: string;
  readonly key: string;
}

const settings = { keyType: 'ec', algorithm: 'sha256' } as const;

/** An authority made up on the spot, and a server certificate of it for this computer. Nothing is kept on disk. */
export const createCertificates = async (): Promise<Certificates> => {
  const { generate } = await import('selfsigned');
  const authority = await generate([{ name: 'commonName', value: 'Smartspace demo authority' }], {
    ...settings,
    extensions: [
      { name: 'basicConstraints', cA: true, critical: true },
      { name: 'keyUsage', keyCertSign: true, cRLSign: true, critical: true },
    ],
  });
  const server = await generate([{ name: 'commonName', value: 'localhost' }], {
    ...settings,
    ca: { key: authority.private, cert: authority.cert },
    extensions: [
      { name: 'basicConstraints', cA: false },
      { name: 'keyUsage', digitalSignature: true, critical: true },
      { name: 'extKeyUsage', serverAuth: true },
      {
        name: 'subjectAltName',
        altNames: [
          { type: 2, value: 'localhost' },
          { type: 7, ip: '127.0.0.1' },
        ],
      },
    ],
  });
  return { authority: authority.cert, certificate: server.cert, key: server.private };
};

import 'reflect-metadata';
import { webcrypto } from 'node:crypto';
import * as x509 from '@peculiar/x509';
import type { SigningIdentity } from './signing-identity.ts';

/** `id-kp-emailProtection`: one of the purposes for which C2PA takes a certificate (specification 2.1, 14.5.1). */
const PURPOSE = '1.3.6.1.5.5.7.3.4';

const ALGORITHM = { name: 'ECDSA', namedCurve: 'P-256', hash: 'SHA-256' } as const;
const YEARS = 5;

/**
 * Makes a certificate for trying: its root is in nobody's list, so that readers say that they do not know who signed.
 * C2PA takes none that signed itself, hence the two.
 */
export async function makeCertificate(name: string, now: Date): Promise<SigningIdentity> {
  x509.cryptoProvider.set(webcrypto as unknown as Crypto);
  const [root, leaf] = await Promise.all([makeKeys(), makeKeys()]);
  const notAfter = new Date(now);
  notAfter.setUTCFullYear(notAfter.getUTCFullYear() + YEARS);
  const common = { notBefore: now, notAfter, signingAlgorithm: ALGORITHM };
  const rootName = `CN=${name} root, O=${name}`;
  const rootCertificate = await x509.X509CertificateGenerator.create({
    ...common,
    serialNumber: '01',
    subject: rootName,
    issuer: rootName,
    publicKey: root.publicKey,
    signingKey: root.privateKey,
    extensions: [
      new x509.BasicConstraintsExtension(true, 1, true),
      new x509.KeyUsagesExtension(x509.KeyUsageFlags.keyCertSign | x509.KeyUsageFlags.cRLSign, true),
      await x509.SubjectKeyIdentifierExtension.create(root.publicKey),
    ],
  });
  const certificate = await x509.X509CertificateGenerator.create({
    ...common,
    serialNumber: '02',
    subject: `CN=${name}, O=${name}`,
    issuer: rootName,
    publicKey: leaf.publicKey,
    signingKey: root.privateKey,
    extensions: [
      new x509.BasicConstraintsExtension(false, undefined, true),
      new x509.KeyUsagesExtension(x509.KeyUsageFlags.digitalSignature, true),
      new x509.ExtendedKeyUsageExtension([PURPOSE], false),
      await x509.SubjectKeyIdentifierExtension.create(leaf.publicKey),
      await x509.AuthorityKeyIdentifierExtension.create(root.publicKey),
    ],
  });
  const key = Buffer.from(await webcrypto.subtle.exportKey('pkcs8', leaf.privateKey));
  return {
    chain: `${certificate.toString('pem')}\n${rootCertificate.toString('pem')}\n`,
    key: `-----BEGIN PRIVATE KEY-----\n${(key.toString('base64').match(/.{1,64}/g) ?? []).join('\n')}\n-----END PRIVATE KEY-----\n`,
  };
}

function makeKeys() {
  return webcrypto.subtle.generateKey(ALGORITHM, true, ['sign', 'verify']);
}

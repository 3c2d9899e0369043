import { execFileSync } from 'node:child_process';
import { createHash, X509Certificate } from 'node:crypto';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';

export interface Certificates {
  /** PEM of the authority, which lives for this run only. */
  authority: string;
  /** PEM of the servers' key and certificate, for every host of the run. */
  key: string;
  certificate: string;
  /** Base64 SHA-256 of the servers' public key, as Chromium's command line takes it. */
  fingerprint: string;
}

const DAYS = '30';

/** An authority of our own and one certificate in the name of every host. Needs the `openssl` command. */
export function makeCertificates(hosts: ReadonlySet<string>): Certificates {
  const directory = mkdtempSync(path.join(tmpdir(), 'verify-certificates-'));
  const file = (name: string) => path.join(directory, name);
  const newKey = { newkey: 'ec', pkeyopt: 'ec_paramgen_curve:prime256v1', nodes: true } as const;
  try {
    openssl('req', {
      x509: true,
      ...newKey,
      keyout: file('authority.key'),
      out: file('authority.pem'),
      days: DAYS,
      subj: '/CN=CORS verification, this run only',
      addext: ['basicConstraints=critical,CA:TRUE', 'keyUsage=critical,keyCertSign,cRLSign'],
    });
    openssl('req', {
      new: true,
      ...newKey,
      keyout: file('key.pem'),
      out: file('request.pem'),
      subj: '/CN=CORS verification',
    });
    const names = [...hosts].map((host) =>
      /^[\d.]+$|^\[/.test(host) ? `IP:${host.replace(/[[\]]/g, '')}` : `DNS:${host}`,
    );
    writeFileSync(
      file('extensions'),
      `basicConstraints=CA:FALSE\nextendedKeyUsage=serverAuth\nsubjectAltName=${names.join(',')}\n`,
    );
    openssl('x509', {
      req: true,
      in: file('request.pem'),
      CA: file('authority.pem'),
      CAkey: file('authority.key'),
      CAcreateserial: true,
      days: DAYS,
      extfile: file('extensions'),
      out: file('certificate.pem'),
    });
    const certificate = readFileSync(file('certificate.pem'), 'utf8');
    const publicKey = new X509Certificate(certificate).publicKey.export({ type: 'spki', format: 'der' });
    return {
      authority: readFileSync(file('authority.pem'), 'utf8'),
      key: readFileSync(file('key.pem'), 'utf8'),
      certificate,
      fingerprint: createHash('sha256').update(publicKey).digest('base64'),
    };
  } finally {
    rmSync(directory, { recursive: true, force: true });
  }
}

/** `true` is an option without a value, a list one that is given several times. */
function openssl(command: string, options: Record<string, true | string | string[]>): void {
  const words = Object.entries(options).flatMap(([name, value]) => {
    if (value === true) return [`-${name}`];
    return [value].flat().flatMap((one) => [`-${name}`, one]);
  });
  execFileSync('openssl', [command, ...words], { stdio: ['ignore', 'pipe', 'pipe'] });
}

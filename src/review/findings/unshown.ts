import type { Target } from '../ask/targets';
import type { Demonstration } from '../contract';
import { codeFor, isRead, pageAt, quoted, staged, verified } from '../demonstrate';
import type { Dossier } from '../dossier';

/** Shown to code without being exposed, or never: https://fetch.spec.whatwg.org/#cors-safelisted-response-header-name */
export const SAFELISTED_RESPONSE_HEADERS =
  /^(cache-control|content-language|content-length|content-type|expires|last-modified|pragma|set-cookie2?)$/;

/** A page that the server trusts reads a header that arrives, and gets null. */
export async function unshown(
  dossier: Dossier,
  target: Target,
  header: string,
  credentials: boolean,
): Promise<Demonstration | null> {
  const code = codeFor(target, { credentials, remark: `${header} arrives, and the code gets null.` });
  return verified(
    staged(dossier, `${dossier.trusted} reads ${header} as null`, {
      ...pageAt(dossier.trusted),
      frontend: `${code}console.log(response.headers.get(${quoted(header)}));\n`,
    }),
    (request, { console: lines }) =>
      isRead(request) &&
      lines.some(({ source, text, visit }) => source === 'code' && text === 'null' && visit === undefined),
    dossier.simulate,
  );
}

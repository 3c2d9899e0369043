/** https://w3c.github.io/webappsec-mixed-content/#upgrade-algorithm */

import type { RequestRecord } from '../contract';
import { isLoopback } from '../infrastructure/trustworthy';
import { parseUrl, type ParsedUrl } from '../infrastructure/urls';
import type { Environment } from './fetch-params';

const IP_ADDRESS = /^\[|^\d+(\.\d+){3}$/;

/** What an https page shows of the insecure web is asked for over https; browsers do so for `crossorigin`, too. */
export function upgradeMixedContent(
  environment: Environment,
  record: RequestRecord,
  url: ParsedUrl,
  id: number,
): ParsedUrl {
  const { clientUrl, profile, print } = environment;
  const shown = record.initiator === 'img' || record.initiator === 'media';
  if (!shown || clientUrl.scheme !== 'https' || url.scheme !== 'http') return url;
  if (isLoopback(url.hostname) || IP_ADDRESS.test(url.hostname)) return url;
  for (const line of profile.words.upgraded(url.href, environment.client.url)) print(line, id);
  return parseUrl(url.href.replace(/^http:/, 'https:')) ?? url;
}

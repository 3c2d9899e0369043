import ipaddr from 'ipaddr.js';
import { ConfigError } from './config-error';

/** Of every client here. */
const CLIENT = ipaddr.IPv4.parse('127.0.0.1');

/**
 * Whether an argument of `allow` or `deny` is about the client.
 *
 * @param who `all`, `unix:`, an address or a CIDR
 * @throws ConfigError where it is none of these
 */
export function includesClient(who: string, line: number): boolean {
  if (who === 'all') return true;
  if (who === 'unix:') return false;
  const [address = '', bits, ...more] = who.split('/');
  // nginx reads no shorter forms, such as 127.1
  const isFour = ipaddr.IPv4.isValidFourPartDecimal(address);
  const most = isFour ? 32 : 128;
  const isLength = bits === undefined || (/^\d+$/.test(bits) && Number(bits) <= most);
  if (more.length > 0 || !isLength || !(isFour || ipaddr.IPv6.isValid(address))) {
    throw new ConfigError(`invalid parameter "${who}"`, line);
  }
  return isFour && CLIENT.match(ipaddr.IPv4.parse(address), Number(bits ?? most));
}

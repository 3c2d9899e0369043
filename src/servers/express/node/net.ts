/** Of Node's `net`: what kind of address a text is. */

export function isIPv4(text: string): boolean {
  const parts = text.split('.');
  return parts.length === 4 && parts.every((part) => /^\d{1,3}$/.test(part) && Number(part) < 256);
}

export function isIPv6(text: string): boolean {
  return /^[0-9a-f:.]+$/i.test(text) && text.split(':').length > 2;
}

export function isIP(text: string): 0 | 4 | 6 {
  return isIPv4(text) ? 4 : isIPv6(text) ? 6 : 0;
}

export default { isIP, isIPv4, isIPv6 };

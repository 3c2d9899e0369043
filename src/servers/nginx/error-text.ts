import { statusText, WITH_PAGE } from './status-words';

/** Where the page has other words than the status line. */
const TITLES: Readonly<Record<number, string>> = { 302: 'Found', 401: 'Authorization Required' };

/** Chrome and old browsers would put a page of their own in place of a short one. */
const PADDING = '<!-- a padding to disable MSIE and Chrome friendly error page -->\r\n'.repeat(6);

/** The page that nginx sends where nothing else is said; '' for a status without one. */
export function errorText(status: number, signature: string, userAgent: string): string {
  if (!WITH_PAGE.has(status)) return '';
  const title = `${status} ${TITLES[status] ?? statusText(status)}`;
  const isPadded = status >= 400 && /Chrome\/|MSIE /.test(userAgent);
  return (
    `<html>\r\n<head><title>${title}</title></head>\r\n<body>\r\n<center><h1>${title}</h1></center>\r\n` +
    `<hr><center>${signature}</center>\r\n</body>\r\n</html>\r\n${isPadded ? PADDING : ''}`
  );
}

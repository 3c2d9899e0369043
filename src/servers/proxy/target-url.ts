import type { ProxyServer } from '@/scenario/document';

/** Where the proxy sends a request for `url` to; null where its prefix does not match. */
export function targetUrl({ prefix, target }: Pick<ProxyServer, 'prefix' | 'target'>, url: string): string | null {
  const { pathname, search } = new URL(url);
  const base = prefix.endsWith('/') ? prefix.slice(0, -1) : prefix;
  // `/api` is the prefix of `/api` and `/api/users`, and not of `/apiary`.
  if (pathname !== base && !pathname.startsWith(`${base}/`)) return null;
  const rest = pathname.slice(base.length);
  const { origin, pathname: targetPath } = new URL(target);
  return `${origin}${targetPath.replace(/\/$/, '')}${rest === '' ? '/' : rest}${search}`;
}

import { EPOCH } from '@/engine/infrastructure/epoch';
import { secondsOf } from './config/simple-values';
import type { Settings } from './config/settings';
import type { NginxRequest } from './request';
import { textOf } from './variables';
import { toValue } from './config/values';

/** `expires`: two headers that say the same. */
export function expiryHeaders(
  { time, line }: NonNullable<Settings['expires']>,
  request: NginxRequest,
): { name: string; value: string; line: number }[] {
  const both = (date: string, control: string) => [
    { name: 'Expires', value: date, line },
    { name: 'Cache-Control', value: control, line },
  ];
  const text = time.startsWith('$') ? textOf(request, toValue(time, line)) : time;
  if (text === 'epoch') return both('Thu, 01 Jan 1970 00:00:01 GMT', 'no-cache');
  if (text === 'max') return both('Thu, 31 Dec 2037 23:55:55 GMT', 'max-age=315360000');
  const seconds = secondsOf(text);
  if (Number.isNaN(seconds)) return [];
  const date = new Date(EPOCH + request.now + seconds * 1000).toUTCString();
  return both(date, seconds < 0 ? 'no-cache' : `max-age=${seconds}`);
}

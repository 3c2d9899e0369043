import type { ServerKind } from '@/scenario/document';

/** The kinds of server the switch offers, in its order. */
export const serverKinds: readonly { value: ServerKind; label: string }[] = [
  { value: 'headers', label: 'Headers' },
  { value: 'express', label: 'Express' },
  { value: 'flask', label: 'Flask' },
  { value: 'django', label: 'Django' },
  { value: 'nginx', label: 'nginx' },
  { value: 'proxy', label: 'Proxy' },
];

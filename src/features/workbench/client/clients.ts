import type { ClientName } from '@/scenario/document';

export const clients: readonly { value: ClientName; label: string }[] = [
  { value: 'browser', label: 'Browser' },
  { value: 'webview', label: 'Webview' },
  { value: 'native-app', label: 'Native app' },
  { value: 'curl', label: 'curl' },
];

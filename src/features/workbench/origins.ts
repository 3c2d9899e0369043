import { isOrigin, isUrl } from '@/scenario/addresses';

export const pageProblem = (text: string): string | undefined =>
  isUrl(text) ? undefined : 'A URL such as https://app.example.com/';

export const originProblem = (text: string): string | undefined =>
  isOrigin(text) ? undefined : 'An origin: scheme://host[:port], without a path';

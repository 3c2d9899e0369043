import { later } from '@/ui/later';

/** Parts of the picture that the first verdict does not need. */
export const Announcement = later(() => import('./moving').then((part) => part.Announcement));
export const Breaks = later(() => import('./moving').then((part) => part.Breaks));
export const Callout = later(() => import('./moving').then((part) => part.Callout));
export const FoldGlyph = later(() => import('./moving').then((part) => part.FoldGlyph));
export const HeaderMarks = later(() => import('./moving').then((part) => part.HeaderMarks));
export const Miniature = later(() => import('./moving').then((part) => part.Miniature));
export const Player = later(() => import('./moving').then((part) => part.Player));
export const SentenceList = later(() => import('./moving').then((part) => part.SentenceList));
export const Travellers = later(() => import('./moving').then((part) => part.Travellers));
export const Tools = later(() => import('./tools').then((part) => part.Tools));
export const KeptStrip = later(() => import('./kept').then((part) => part.KeptStrip));
export const RowNames = later(() => import('./many').then((part) => part.RowNames));
export const PlayheadAddress = later(() => import('./moving').then((part) => part.PlayheadAddress));
export const RestWords = later(() => import('./many').then((part) => part.RestWords));

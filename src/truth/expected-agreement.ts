import type { RecordedBrowser } from './recording';

/** How many recordings agree in every field at least. It may only go up; when all do, it is not needed any more. */
export const EXPECTED_AGREEMENT: Record<RecordedBrowser, number> = { chromium: 1240, firefox: 590, webkit: 580 };

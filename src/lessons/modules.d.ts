/** What scripts/vite/lessons.ts makes of lesson.md, and of all of them together. */

declare module '*/lesson.md' {
  const prose: import('./format/prose').Prose;
  export default prose;
}

declare module 'virtual:lessons' {
  /** By lesson id. */
  const entries: Record<
    string,
    { title: string; summary: string; shelf: 'course' | 'cases'; introduces: string[]; minutes: number }
  >;
  export default entries;
}

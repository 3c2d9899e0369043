import { usePlayhead } from './playhead';

/** Resolves when nothing plays: what is tried aside may not make the picture stutter. */
export async function still(): Promise<void> {
  if (!usePlayhead.getState().playing) return;
  await new Promise<void>((resolve) => {
    const stop = usePlayhead.subscribe(({ playing }) => {
      if (playing) return;
      stop();
      resolve();
    });
  });
}

/** Resolves when nothing plays and the browser has nothing better to do. */
export async function quiet(): Promise<void> {
  await still();
  await new Promise<void>((resolve) => {
    if ('requestIdleCallback' in window) requestIdleCallback(() => resolve(), { timeout: 2_000 });
    else setTimeout(resolve, 100);
  });
}

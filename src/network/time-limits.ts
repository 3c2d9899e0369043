/** null where `work` takes longer than `milliseconds`, of real time, or fails. */
export async function within<T>(milliseconds: number, work: Promise<T>): Promise<T | null> {
  let timer: ReturnType<typeof setTimeout> | undefined;
  const limit = new Promise<null>((resolve) => {
    timer = setTimeout(resolve, milliseconds, null);
  });
  return Promise.race([work.catch(() => null), limit]).finally(() => clearTimeout(timer));
}

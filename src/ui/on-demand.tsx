import { type ComponentType, createElement, lazy, type LazyExoticComponent } from 'react';

/** The code of a part could not be fetched. */
export class NotLoaded extends Error {
  override name = 'NotLoaded';
}

/** Counts how often the reader has asked to try again. */
let attempt = 0;

/** What did not load is fetched anew the next time it is drawn; without this React would repeat the same failure for ever. */
export function tryAgain(): void {
  attempt += 1;
}

/** A part whose code is loaded when it is first drawn. Shown inside `Suspense`; throws `NotLoaded` to what is around it. */
export function onDemand<Props extends object>(load: () => Promise<ComponentType<Props>>): ComponentType<Props> {
  let part: LazyExoticComponent<ComponentType<Props>> | undefined;
  let failedAt: number | undefined;
  return function OnDemand(props: Props) {
    if (failedAt !== undefined && failedAt !== attempt) part = undefined;
    part ??= lazy(async () => {
      failedAt = undefined;
      try {
        return { default: await load() };
      } catch (error) {
        failedAt = attempt;
        throw new NotLoaded(error instanceof Error ? error.message : String(error));
      }
    });
    return createElement(part, props);
  };
}

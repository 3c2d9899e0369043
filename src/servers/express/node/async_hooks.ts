/** Of Node's `async_hooks`: AsyncResource, as `on-finished` and `raw-body` bind callbacks with it. Nothing is tracked. */

type Anything = (...given: unknown[]) => unknown;

export class AsyncResource {
  runInAsyncScope(action: Anything, self: unknown, ...given: unknown[]): unknown {
    return action.apply(self, given);
  }
  bind(action: Anything): Anything {
    return action;
  }
}

export default { AsyncResource };

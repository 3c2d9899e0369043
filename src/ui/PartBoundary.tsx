import { Component, type MouseEvent, type ReactNode } from 'react';
import { NotLoaded, tryAgain } from './on-demand';

interface PartBoundaryState {
  error: unknown;
}

/** Where the code of a part cannot be fetched, its place says so and offers to try again; all other parts stay as they are. */
export class PartBoundary extends Component<{ children: ReactNode }, PartBoundaryState> {
  override state: PartBoundaryState = { error: undefined };

  static getDerivedStateFromError(error: unknown): PartBoundaryState {
    return { error };
  }

  override render(): ReactNode {
    const { error } = this.state;
    if (error === undefined) return this.props.children;
    if (!(error instanceof NotLoaded)) throw error;
    const again = (event: MouseEvent): void => {
      focusAround(event.currentTarget);
      tryAgain();
      this.setState({ error: undefined });
    };
    return (
      <p role="alert" className="flex flex-wrap items-baseline gap-x-4 px-4 py-3 text-ink-2">
        <span>This part of the site did not load. What you typed is kept.</span>
        <button type="button" onClick={again} className="h-(--hit) font-semibold text-ink underline underline-offset-2">
          Load it again
        </button>
        <button
          type="button"
          onClick={() => location.reload()}
          className="h-(--hit) text-ink underline underline-offset-2"
        >
          Reload the page
        </button>
      </p>
    );
  }
}

/** The button that was pressed goes away with the notice: the focus stays in the place that it was about. */
function focusAround(element: Element): void {
  const place = element.closest<HTMLElement>('[role="tabpanel"], section, main');
  if (!place) return;
  if (!place.hasAttribute('tabindex')) place.tabIndex = -1;
  place.focus({ preventScroll: true });
}

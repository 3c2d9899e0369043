import { Component, type ReactNode } from 'react';
import type { Server } from '@/scenario/document';
import type { Draft } from '@/stores/draft';
import { useScenario } from '@/stores/scenario';
import { tryAgain } from '@/ui/on-demand';
import { startOver, storageOf } from './persistence';

interface ErrorBoundaryState {
  error: Error | undefined;
}

function textOf(server: Server): string {
  if ('code' in server) return server.code;
  return 'config' in server ? server.config : JSON.stringify(server, null, 2);
}

/** All code there is in the editors, shown or held, each text once. */
function textsOf({ document, held, heldFrontend }: Draft): string[] {
  const pages = [document, ...(document.earlier ?? [])].map(({ frontend }) => frontend);
  const servers = [...document.servers, ...held.flatMap((kinds) => Object.values(kinds))].map(textOf);
  const all = [...pages, heldFrontend ?? '', ...servers];
  return [...new Set(all)].filter((text) => text.trim() !== '');
}

/** Where a part of the page fails to draw, the learner's text is still there to read, copy and keep. */
export class ErrorBoundary extends Component<{ children: ReactNode }, ErrorBoundaryState> {
  override state: ErrorBoundaryState = { error: undefined };

  static getDerivedStateFromError(error: unknown): ErrorBoundaryState {
    return { error: error instanceof Error ? error : new Error(String(error)) };
  }

  override render(): ReactNode {
    const { error } = this.state;
    if (!error) return this.props.children;
    const texts = textsOf(useScenario.getState().draft);
    const kept = storageOf(window) ? ', and it is kept in this browser' : '';
    const again = (): void => {
      tryAgain();
      this.setState({ error: undefined });
    };
    return (
      <main role="alert" className="mx-auto w-full max-w-[80ch] px-4 py-9">
        <h2 className="text-head leading-tight font-[650]">The page could not be drawn</h2>
        <p className="mt-3 text-prose text-ink-2">
          Your text is safe: it stands below{kept}. What went wrong: {error.message}
        </p>
        <p className="mt-4 flex flex-wrap gap-3">
          <button
            type="button"
            onClick={() => location.reload()}
            className="h-(--hit) border border-ink bg-ink px-3.5 font-semibold text-paper"
          >
            Reload
          </button>
          <button
            type="button"
            onClick={again}
            className="h-(--hit) border border-rule bg-sheet px-3.5 hover:border-ink"
          >
            Draw again
          </button>
          <button
            type="button"
            onClick={() => {
              startOver();
              again();
            }}
            className="h-(--hit) border border-rule bg-sheet px-3.5 hover:border-ink"
          >
            Start with the classic case
          </button>
        </p>
        {texts.map((text, index) => (
          <pre key={index} className="mt-5 overflow-auto border border-hairline bg-margin p-3 font-code text-code">
            {text}
          </pre>
        ))}
      </main>
    );
  }
}

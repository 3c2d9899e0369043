import { Suspense, useMemo } from 'react';
import { originOfPage } from '@/engine/infrastructure/document-origin';
import type { Server } from '@/scenario/document';
import type { ServerError } from '@/scenario/result';
import { useRun } from '@/stores/run';
import { documentOf, useScenario } from '@/stores/scenario';
import { onDemand } from '@/ui/on-demand';
import { CodeEditor } from '../editor/CodeEditor';
import { problemText } from '../editor/marks';
import { useRowMarks, useServerMarks } from '../run-marks';

const HeaderRules = onDemand(() => import('../header-rules/HeaderRules').then((part) => part.HeaderRules));
const PythonFiles = onDemand(() => import('./PythonFiles').then((part) => part.PythonFiles));
const ProxyEditor = onDemand(() => import('./ProxyEditor').then((part) => part.ProxyEditor));

interface ServerEditorProps {
  server: Server;
  serverIndex: number;
  pageOrigin: string;
}

/** The editor that suits the kind of server. */
export function ServerEditor({ server, serverIndex, pageOrigin }: ServerEditorProps) {
  const presetId = useScenario((state) => state.presetId);
  const count = useScenario((state) => documentOf(state).servers.length);
  // Where one is removed, another moves to its index.
  const place = `${presetId}:${serverIndex}/${count}`;
  const editServer = useScenario((state) => state.editServer);
  const origin = originOfPage(server.origin);
  const marks = useServerMarks(origin);
  const rowMarks = useRowMarks(origin);
  const errors = useRun((state) => state.result?.serverErrors);
  const problems = useMemo(() => problemsAt(origin, errors), [errors, origin]);

  switch (server.kind) {
    case 'headers':
      return (
        <Suspense fallback={<div aria-busy="true" className="flex-1" />}>
          <HeaderRules
            key={place}
            server={server}
            place={{ pageOrigin }}
            marks={rowMarks}
            onChange={(next, change) => editServer(() => next, change)}
          />
        </Suspense>
      );
    case 'express':
    case 'flask':
    case 'django': {
      const editor = (
        <CodeEditor
          key={server.kind === 'express' ? 'javascript' : 'python'}
          language={server.kind === 'express' ? 'javascript' : 'python'}
          documentKey={place}
          label="Server code"
          side="server"
          value={server.code}
          onChange={(code) => editServer((old) => (old.kind === server.kind ? { ...old, code } : old))}
          marks={marks}
          problems={problems}
          pageOrigin={pageOrigin}
        />
      );
      if (server.kind === 'express') return editor;
      return (
        <Suspense fallback={editor}>
          <PythonFiles key={`${place}:${server.kind}`} server={server}>
            {editor}
          </PythonFiles>
        </Suspense>
      );
    }
    case 'nginx':
      return (
        <CodeEditor
          key="nginx"
          language="nginx"
          documentKey={place}
          label="Server code"
          side="server"
          value={server.config}
          onChange={(config) => editServer((old) => (old.kind === 'nginx' ? { ...old, config } : old))}
          marks={marks}
          problems={problems}
          pageOrigin={pageOrigin}
        />
      );
    case 'proxy':
      return (
        <Suspense fallback={<div aria-busy="true" className="flex-1" />}>
          <ProxyEditor key={place} server={server} onChange={(next) => editServer(() => next)} />
        </Suspense>
      );
  }
}

/** What is wrong with a server's code, each once: it may have failed at many requests. */
function problemsAt(origin: string, errors: readonly ServerError[] = []): readonly ServerError[] {
  const own = errors.filter((error) => error.origin === origin);
  return [...new Map(own.map((error) => [problemText(error), error])).values()];
}

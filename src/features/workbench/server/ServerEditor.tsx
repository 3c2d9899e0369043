import { Suspense } from 'react';
import type { Server } from '@/scenario/document';
import { documentOf, useScenario } from '@/stores/scenario';
import { onDemand } from '@/ui/on-demand';
import { CodeEditor } from '../editor/CodeEditor';
import { useServerMarks } from '../run-marks';
import { useServerProblems } from '../run-problems';

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
  const marks = useServerMarks(server);
  const problems = useServerProblems(server);

  switch (server.kind) {
    case 'headers':
      return (
        <Suspense fallback={<div aria-busy="true" className="flex-1" />}>
          <HeaderRules
            key={place}
            server={server}
            place={{ pageOrigin }}
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

import { Suspense, useState } from 'react';
import { originOfPage } from '@/engine/infrastructure/document-origin';
import { useKept } from '@/stores/kept';
import { documentOf, shownServer, useScenario } from '@/stores/scenario';
import { CheckedField } from '@/ui/CheckedField';
import { Picker } from '@/ui/Picker';
import { onDemand } from '@/ui/on-demand';
import { originProblem } from '../origins';
import { Pane } from '../Pane';
import { SetupToggle } from '../SetupToggle';
import { KindSwitch } from './KindSwitch';
import { ServerEditor } from './ServerEditor';
import type { SwitchNote } from './starters/switch-kind';

const MarkElsewhere = onDemand(() => import('./MarkElsewhere').then((part) => part.MarkElsewhere));
const PythonStatus = onDemand(() => import('./PythonStatus').then((part) => part.PythonStatus));
const ServerSettings = onDemand(() => import('./ServerSettings').then((part) => part.ServerSettings));

/** The server's side: where it is, what kind it is, and its editor. */
export function ServerPane() {
  const server = useScenario(shownServer);
  const servers = useScenario((state) => documentOf(state).servers);
  const presetId = useScenario((state) => state.presetId);
  const serverIndex = useScenario((state) => state.serverIndex);
  const pageOrigin = useScenario((state) => originOfPage(documentOf(state).page));
  const keeps = useKept((state) => state.keeps);
  const [setup, setSetup] = useState<boolean>();
  const [note, setNote] = useState<SwitchNote>();
  const showsSetup = setup ?? ((server?.cdn ?? false) || Object.keys(server?.env ?? {}).length > 0 || keeps);
  const { addServer, editServer, showServer } = useScenario.getState();

  if (!server) {
    return (
      <Pane name="Server">
        <p className="px-4 py-2 text-ink-2">This scenario has no server: every request fails to connect.</p>
        <p className="px-4">
          <button type="button" className="h-(--hit) text-ink-2 hover:text-ink" onClick={addServer}>
            Add a server
          </button>
        </p>
      </Pane>
    );
  }

  return (
    <Pane
      name="Server"
      address={
        <>
          {servers.length > 1 && (
            <Picker
              label="Server shown"
              shows="value"
              face={`${serverIndex + 1} of ${servers.length}`}
              value={String(serverIndex)}
              onChange={(at) => showServer(Number(at))}
            >
              {servers.map(({ origin }, at) => (
                <option key={at} value={at}>
                  {origin}
                </option>
              ))}
            </Picker>
          )}
          <CheckedField
            key={`${presetId}:${serverIndex}`}
            label="Server origin"
            value={server.origin}
            check={originProblem}
            onChange={(origin) => editServer((old) => ({ ...old, origin }))}
            inputMode="url"
            fitted
            className="address-field"
          />
        </>
      }
      aside={
        <div className="flex items-center gap-3">
          <KindSwitch kind={server.kind} origin={server.origin} pageOrigin={pageOrigin} onSwitched={setNote} />
          <SetupToggle label="Server setup" isOpen={showsSetup} onToggle={() => setSetup(!showsSetup)} />
        </div>
      }
    >
      {(server.kind === 'flask' || server.kind === 'django') && (
        <Suspense>
          <PythonStatus />
        </Suspense>
      )}
      {note?.text && note.server === server && (
        <p role="status" className="flex-none px-4 py-1.5 text-small text-ink-2 max-desk:px-3">
          {note.text}
        </p>
      )}
      {servers.length > 1 && (
        <Suspense>
          <MarkElsewhere servers={servers} serverIndex={serverIndex} />
        </Suspense>
      )}
      <ServerEditor server={server} serverIndex={serverIndex} pageOrigin={pageOrigin} />
      {showsSetup && (
        <Suspense>
          <ServerSettings key={`${presetId}:${serverIndex}`} server={server} />
        </Suspense>
      )}
    </Pane>
  );
}

import { useRun } from '@/stores/run';
import { documentOf, shownServer, useScenario } from '@/stores/scenario';
import { CheckedField } from '@/ui/CheckedField';
import { Picker } from '@/ui/Picker';
import { Switch } from '@/ui/Switch';
import { originOf, originProblem } from '../origins';
import { Pane } from '../Pane';
import { kindChoices, starterOf } from './kinds';
import { ServerEditor } from './ServerEditor';

/** The server's side: where it is, what kind it is, and its editor. */
export function ServerPane() {
  const server = useScenario(shownServer);
  const servers = useScenario((state) => documentOf(state).servers);
  const serverIndex = useScenario((state) => state.serverIndex);
  const pageOrigin = useScenario((state) => originOf(documentOf(state).page));
  const { editServer, setServerKind, showServer } = useScenario.getState();

  if (!server) {
    return (
      <Pane name="Server">
        <p className="px-4 py-2 text-ink-2">This scenario has no server: every request fails to connect.</p>
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
            key={serverIndex}
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
        <Switch
          label="Server kind"
          as="tablist"
          choices={kindChoices(server.kind)}
          value={server.kind}
          onChange={(kind) => {
            const exchanges = useRun.getState().result?.exchanges ?? [];
            const starter = starterOf(kind, { origin: server.origin, pageOrigin, exchanges });
            if (starter) setServerKind(kind, starter);
          }}
          className="h-9 max-desk:-ml-2.5 max-desk:h-11"
        />
      }
    >
      <ServerEditor server={server} serverIndex={serverIndex} pageOrigin={pageOrigin} />
    </Pane>
  );
}

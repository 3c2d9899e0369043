import type { RealmError, RealmFailure } from '@/realm';
import type { NginxServer } from '@/scenario/document';
import type { ServerEnvironment, SimulatedServer } from '../contract';
import { openInRealm } from '../server-in-realm';
import { lineThatMayRunAway } from './runaway';

/** nginx in a realm. With a configuration that it refuses it does not start, and nobody listens. */
export function openNginx({ config }: NginxServer, environment: ServerEnvironment): Promise<SimulatedServer> {
  const report = (error: RealmError | RealmFailure): void => {
    if (!('kind' in error) || error.kind !== 'deadline') {
      const { message, line } = error;
      return environment.error({ message, ...(line === undefined ? {} : { line }) });
    }
    const line = lineThatMayRunAway(config);
    environment.error({ message: RAN_AWAY, ...(line === undefined ? {} : { line }) });
  };
  const program = { kind: 'nginx' as const, code: '' as const, config, origins: environment.origins };
  return openInRealm(program, environment, report);
}

const RAN_AWAY =
  'A pattern was still being tried after 1.5 seconds, and nginx was stopped. A repetition of a repetition, as in (a+)+, tries a text in too many ways.';

import { useEffect, useMemo, useState } from 'react';
import { hostOf } from '@/explain';
import { ATTACKERS, attackSummary, originOfAttacker, type Attacker } from '@/review';
import type { Scenario } from '@/scenario/document';
import { useScenario } from '@/stores/scenario';
import { useReview } from '@/stores/review';
import { Switch, type Choice } from '@/ui/Switch';
import { AttackTable } from './AttackTable';
import { attackFrom, subjectOf } from './run-review';
import { TryAgain } from './TryAgain';

/** The same servers, seen from a page of somebody else. */
export function AttackView({ isCurrent }: { isCurrent: boolean }) {
  const [attacker, setAttacker] = useState<Attacker>('stranger');
  const isReviewing = useReview((state) => state.status === 'running');
  const outcome = useReview((state) => state.attacks[attacker]);
  const rows = Array.isArray(outcome) ? outcome : undefined;
  const failure = outcome && 'failure' in outcome ? outcome.failure : undefined;
  const choices = useChoices();
  useEffect(() => {
    if (isCurrent) void attackFrom(attacker);
  }, [attacker, isCurrent]);
  return (
    <section aria-label="Attack view" aria-busy={isReviewing || (isCurrent && !outcome)}>
      <div className="attack-head">
        <h3>Seen from</h3>
        <Switch
          label="Seen from"
          as="radiogroup"
          choices={choices}
          value={attacker}
          onChange={setAttacker}
          className="attackers"
        />
      </div>
      <p role="status" className="summary">
        {rows
          ? attackSummary(rows)
          : failure !== undefined
            ? `The attack could not be tried: ${failure}`
            : isReviewing || isCurrent
              ? 'Trying what such a page can do…'
              : 'What such a page can do is tried once the servers have been asked.'}
      </p>
      {failure !== undefined && <TryAgain onPress={() => void attackFrom(attacker)} />}
      {rows && <AttackTable rows={rows} />}
    </section>
  );
}

function useChoices(): Choice<Attacker>[] {
  const subject = useScenario(subjectOf);
  return useMemo(() => {
    const scenario: Scenario = JSON.parse(subject);
    const [server] = scenario.servers;
    return ATTACKERS.flatMap((value) =>
      server ? [{ value, label: labelOf(value, originOfAttacker(value, server, scenario)) }] : [],
    );
  }, [subject]);
}

function labelOf(attacker: Attacker, origin: string): string {
  if (attacker === 'nameless') return 'null';
  return attacker === 'insecure' ? origin : hostOf(origin);
}

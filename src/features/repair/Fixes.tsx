import { useEffect, useRef, useState } from 'react';
import { isHeldBack, mayNeedRepair, type Fix, type Repair } from '@/repair';
import type { Scenario } from '@/scenario/document';
import type { SimulationResult } from '@/scenario/result';
import { applyChange, isLastChange, undoChange, useApplied } from '@/stores/applied';
import { isAnswerOpen, useHold } from '@/stores/hold';
import { usePythonWait } from '@/stores/python';
import { documentOf, useScenario } from '@/stores/scenario';
import { useStale } from '@/stores/stale';
import { useUi } from '@/stores/ui';
import { Icon } from '@/ui/Icon';
import { Said } from '@/ui/Said';
import { FixDiff } from './FixDiff';
import { OtherWays } from './OtherWays';
import { useRepair } from './use-repair';
import { headingOf, WARNED } from './words';
import './repair.css';

interface Props {
  /** What ran, and what came of it. */
  scenario: Scenario;
  result: SimulationResult;
  /** Id of the request that is looked at. */
  request: number | undefined;
  /** The playhead has come to where the request failed. */
  isKnown: boolean;
}

/** The smallest change that lets the request pass, other ways, and the way back from the one that was taken. */
export function Fixes({ scenario, result, request: id, isKnown }: Props) {
  const mayHelp = useHold(isAnswerOpen);
  const stale = useStale();
  const request = id === undefined ? undefined : result.requests[id];
  const broken = mayHelp && request && mayNeedRepair(request) ? request : undefined;
  const { repair, failure, again } = useRepair(scenario, result, broken);
  const place = useRef<HTMLDivElement>(null);
  const wanted = useUi((state) => state.wantsHelp);

  useEffect(() => {
    if (!wanted || !place.current) return;
    place.current.scrollIntoView({ block: 'nearest' });
    place.current.focus({ preventScroll: true });
    useUi.setState({ wantsHelp: false });
  }, [wanted]);

  // Whoever waits here for what helps goes on at it.
  useEffect(() => {
    const { current } = place;
    if (!current || current !== document.activeElement) return;
    const apply = current.querySelector<HTMLElement>('.apply .solid');
    apply?.focus();
    if (apply) keepInSight(apply);
  }, [repair, isKnown, stale, wanted]);

  if (!mayHelp) return null;
  // Who asks for what is not there may mean to: nothing is said unless there is something to say.
  const isRead = broken !== undefined && !isHeldBack(broken);
  const isSaid = isRead ? Boolean(repair && (repair.note ?? repair.fixes[0])) : Boolean(broken);
  return (
    <div ref={place} className="fixes" role="group" aria-label="What helps" aria-live="polite" tabIndex={-1}>
      <Undo onUndone={() => place.current?.focus({ preventScroll: true })} />
      {isSaid && (
        <div aria-busy={!repair && failure === undefined} data-stale={stale ?? undefined}>
          {!isKnown && (
            <p className="later">What helps is shown where the {isRead ? 'answer is there' : 'request fails'}.</p>
          )}
          <div className={isKnown ? undefined : 'unseen'}>
            {repair ? (
              <Found repair={repair} scenario={scenario} isRead={isRead} />
            ) : failure === undefined ? (
              <p className="searching">Looking for a fix …</p>
            ) : (
              <p className="note">
                No fix could be searched: {failure}.{' '}
                <button type="button" className="text-link" onClick={again}>
                  Try again
                </button>
              </p>
            )}
          </div>
        </div>
      )}
    </div>
  );
}

/** What is still being loaded above it would push it out of sight; until the focus goes on. */
function keepInSight(focused: HTMLElement): void {
  const growth = new ResizeObserver(() => focused.scrollIntoView({ block: 'nearest' }));
  growth.observe(focused.closest('main') ?? document.body);
  focused.addEventListener('blur', () => growth.disconnect(), { once: true });
}

interface FoundProps {
  repair: Repair;
  scenario: Scenario;
  /** The code got its answer before, too. */
  isRead: boolean;
}

function Found({ repair: { fixes, note }, scenario, isRead }: FoundProps) {
  const [chosen, setChosen] = useState<Fix>();
  const [showsOthers, setShowsOthers] = useState(false);
  const fix = chosen && fixes.includes(chosen) ? chosen : fixes[0];
  return (
    <>
      {note && (
        <p className="note">
          <Said sentence={note} />
        </p>
      )}
      {fix && (
        <section aria-label="A fix">
          <h3>{headingOf(fix, fixes, isRead)}</h3>
          {fix.diffs.map((diff) => (
            <FixDiff key={String(diff.server)} diff={diff} isNamed={fix.diffs.length > 1} />
          ))}
          <div className="apply">
            <Apply fix={fix} scenario={scenario} />
            {fixes.length > 1 && (
              <button
                type="button"
                className="more"
                aria-expanded={showsOthers}
                onClick={() => setShowsOthers(!showsOthers)}
              >
                Other ways, {fixes.length - 1}
              </button>
            )}
          </div>
        </section>
      )}
      {showsOthers && <OtherWays fixes={fixes.filter((other) => other !== fix)} choose={setChosen} />}
    </>
  );
}

function Apply({ fix, scenario }: { fix: Fix; scenario: Scenario }) {
  const stale = useStale();
  const waitsFor = usePythonWait();
  const isCurrent = useScenario((state) => documentOf(state) === scenario) && stale === null;
  return (
    <>
      <button
        type="button"
        className="solid"
        disabled={!isCurrent}
        aria-label={`Apply: ${fix.title}`}
        onClick={() =>
          applyChange({
            title: fix.title,
            of: scenario,
            scenario: fix.scenario,
            server: fix.diffs.find(({ server }) => server !== null)?.server ?? null,
          })
        }
      >
        Apply
      </button>
      <div className="opens">
        {stale && (
          <p aria-live="off" className="of-before">
            For the code before the edit{waitsFor && `: ${waitsFor}`}
          </p>
        )}
        <span className={WARNED.has(fix.opening) ? 'warned' : undefined}>
          {WARNED.has(fix.opening) && <Icon shape="failed" />}
          <span>
            {WARNED.has(fix.opening) && <b>Unsafe. </b>}
            {fix.opens}
          </span>
        </span>
      </div>
    </>
  );
}

/** Takes the last fix back, as long as nothing else was changed since. */
function Undo({ onUndone }: { onUndone: () => void }) {
  const applied = useApplied((state) => state.applied);
  const isLast = useScenario((state) => isLastChange(applied, state));
  const button = useRef<HTMLButtonElement>(null);

  // The button that was pressed is gone: whoever works by keyboard goes on here, whoever is elsewhere stays.
  useEffect(() => {
    const here = document.activeElement;
    const isOurs = here === null || here === document.body || here.closest('.fixes') !== null;
    if (isLast && isOurs) button.current?.focus({ preventScroll: true });
  }, [isLast, applied]);

  if (!applied || !isLast) return null;
  return (
    <p className="applied">
      <Icon shape="allowed" />
      <span>Applied: {applied.title}.</span>
      <button
        ref={button}
        type="button"
        onClick={() => {
          undoChange();
          onUndone();
        }}
      >
        Undo
      </button>
    </p>
  );
}

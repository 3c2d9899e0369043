import { originOfPage } from '@/engine/infrastructure/document-origin';
import { documentOf, shownVisit, useScenario } from '@/stores/scenario';
import { Picker } from '@/ui/Picker';
import { ExtensionSwitch } from './ExtensionSwitch';

const action = 'h-(--hit) flex-none text-ink-2 hover:text-ink';

/** Visits before the page's own, such as a login at the bank: which one is shown, and more or fewer of them. */
export function VisitPicker() {
  const earlier = useScenario((state) => documentOf(state).earlier);
  const visitIndex = useScenario((state) => state.visitIndex);
  const isOther = useScenario((state) => shownVisit(state).otherUser ?? false);
  const { addVisit, removeVisit, setOtherUser, showVisit } = useScenario.getState();

  return (
    <div className="flex min-h-8 flex-none flex-wrap items-center gap-x-4 border-t border-hairline px-4 text-small text-ink-2 max-desk:px-3">
      {earlier && earlier.length > 0 && (
        <Picker
          label="Visit"
          value={visitIndex === undefined ? 'page' : String(visitIndex)}
          onChange={(chosen) => showVisit(chosen === 'page' ? undefined : Number(chosen))}
        >
          {earlier.map(({ page, otherUser }, at) => (
            <option key={at} value={at}>
              {`${at + 1}, before: ${originOfPage(page)}${otherUser ? ', another user' : ''}`}
            </option>
          ))}
          <option value="page">{`${earlier.length + 1}, this one`}</option>
        </Picker>
      )}
      {visitIndex !== undefined && (
        <>
          <p role="status" className="py-1.5">
            This is an earlier visit, and runs first.{' '}
            <button
              type="button"
              className="h-(--hit) underline underline-offset-4"
              onClick={() => showVisit(undefined)}
            >
              Back to the page’s own code
            </button>
          </p>
          <label className="flex min-h-8 flex-none items-center gap-1.5 hover:text-ink max-desk:min-h-11">
            <input type="checkbox" checked={isOther} onChange={(event) => setOtherUser(event.target.checked)} />
            Another user
          </label>
          <button type="button" className={action} onClick={removeVisit}>
            Remove this visit
          </button>
        </>
      )}
      <ExtensionSwitch />
      <button type="button" className={action} onClick={addVisit}>
        Add an earlier visit
      </button>
    </div>
  );
}

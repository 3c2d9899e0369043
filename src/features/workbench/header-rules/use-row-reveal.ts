import { useEffect, type RefObject } from 'react';
import { usePlace } from '@/stores/place';

/** Brings into view the row that is asked for, with the focus on its value; of an answer without such a row, its first field. */
export function useRowReveal(rules: RefObject<HTMLElement | null>, origin: string): void {
  const asked = usePlace(({ row }) => (row?.origin === origin ? row : null));
  useEffect(() => {
    if (!asked) return;
    usePlace.setState({ row: null });
    const block = rules.current?.querySelector(`[data-route="${asked.route}"]`);
    const row = asked.header === undefined ? null : block?.querySelector(`[data-header="${CSS.escape(asked.header)}"]`);
    const field = row ? row.querySelector<HTMLElement>('.value input') : block?.querySelector<HTMLElement>('input');
    field?.focus({ preventScroll: true });
    (row ?? block)?.scrollIntoView({ block: row ? 'center' : 'nearest' });
  }, [rules, asked]);
}

import type { CodeSide } from './CodeEditor';

const rooms: Partial<Record<CodeSide, HTMLElement>> = {};

/**
 * Where an editor draws what lies over the page: its completions, what it says of a word. Within the editor's own box, which is
 * nobody else's layout, it would be cut off and stand elsewhere than at the text.
 */
export function widgetsRoom(side: CodeSide): HTMLElement {
  rooms[side] ??= Object.assign(document.createElement('div'), { className: 'monaco-editor' });
  const room = rooms[side];
  if (!room.isConnected) document.body.append(room);
  return room;
}

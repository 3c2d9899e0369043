import { useEffect, useState } from 'react';
import type { OnMount } from '@monaco-editor/react';
import type { LineRoom } from './decorations';
import { monaco } from './monaco';

/** Air between what stands behind a line and the editor's edge. */
const AIR = 8;

/** The room that an editor has for a line now. */
export function useLineRoom(editor: Parameters<OnMount>[0] | undefined): LineRoom {
  const [width, setWidth] = useState(0);
  const [character, setCharacter] = useState(0);
  useEffect(() => {
    if (!editor) return;
    const look = () => {
      const { contentWidth, verticalScrollbarWidth } = editor.getLayoutInfo();
      setWidth(contentWidth - verticalScrollbarWidth - AIR);
      setCharacter(editor.getOption(monaco.editor.EditorOption.fontInfo).typicalHalfwidthCharacterWidth);
    };
    look();
    const watching = editor.onDidLayoutChange(look);
    return () => watching.dispose();
  }, [editor]);
  return { width, character };
}

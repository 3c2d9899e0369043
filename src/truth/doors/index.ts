/** Every scenario about the other doors. */

import type { Door } from './door';
import { IMAGE_DOORS } from './scenarios/images';
import { MODULE_DOORS } from './scenarios/modules';
import { SCRIPT_DOORS } from './scenarios/scripts';
import { SENDING_DOORS } from './scenarios/sending';
import { STREAM_DOORS } from './scenarios/streams';
import { STYLE_DOORS } from './scenarios/styles';
import { WINDOW_DOORS } from './scenarios/window';

export const DOORS: readonly Door[] = [
  ...SCRIPT_DOORS,
  ...MODULE_DOORS,
  ...IMAGE_DOORS,
  ...STYLE_DOORS,
  ...SENDING_DOORS,
  ...STREAM_DOORS,
  ...WINDOW_DOORS,
];

export { toRecording, type Door } from './door';

/** The names under which a host and a runtime find each other. Both are gone before the user's code begins. */

/** The function that the runtime makes and the host calls. */
export const ENTRY = '$realm';
/** The functions of the host in a `node:vm` context. */
export const BRIDGE = '$bridge';
/** The name of the user's script in stack traces. */
export const SCRIPT_NAME = 'user-code.js';

/**
 * The end of a realm's runtime: the first message is a script, which runs in the global scope. It takes hold of what it needs
 * before, because the script takes natives away.
 */
export const RECEIVE_SCRIPT = `
;onmessage = ({ data }) => {
  onmessage = null;
  const revoke = URL.revokeObjectURL.bind(URL);
  const address = URL.createObjectURL(new Blob([data], { type: 'text/javascript' }));
  try { importScripts(address); } finally { revoke(address); }
};`;

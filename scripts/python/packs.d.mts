/** @returns a ZIP archive, the same for the same wheels */
export function makePack(name: 'flask.zip' | 'django.zip'): Buffer;

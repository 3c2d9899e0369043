export interface Wheel {
  name: string;
  version: string;
  file: string;
  sha256: string;
  license: string;
}

export function readManifest(): Wheel[];

/** @throws Error where the wheel is not the one that wheels.json names */
export function readWheel(wheel: Pick<Wheel, 'file' | 'sha256'>): Buffer;

/** @returns a ZIP archive, the same for the same wheels */
export function makePack(name: 'flask.zip' | 'django.zip'): Buffer;

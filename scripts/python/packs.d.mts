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

export interface PackedFile {
  name: string;
  data: () => Buffer;
}

/** What of the wheels goes into the pack, as published. */
export function packFiles(name: 'flask.zip' | 'django.zip'): PackedFile[];

import { expect, it } from 'vitest';
import { locationsIn } from './routes-in-code';

it('finds the locations of an nginx configuration that a path names', () => {
  const config = `server {
  location / { return 200; }
  # location /old { }
  location /api/ {
    proxy_pass http://app:3000/; # location /not-one {
  }
  location = /health{ return 204; }
  location ^~ "/files/" { location /files/deep { } }
  location ~ ^/users/\\d+$ { }
  location @fallback { }
  location /api/ { }
}`;
  expect(locationsIn(config)).toEqual(
    ['/', '/api/', '/health', '/files/', '/files/deep'].map((path) => ({ method: 'GET', path })),
  );
});

it('finds none where there is none', () => {
  expect(locationsIn('')).toEqual([]);
  expect(locationsIn('add_header X-Location "location /x {";')).toEqual([]);
});

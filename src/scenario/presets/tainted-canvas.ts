import type { Preset } from './preset';

const frontend = `// Without crossOrigin any picture is shown, and none may be read.
const image = new Image();
image.src = 'https://cdn.example.com/cat.svg';
await new Promise((resolve) => (image.onload = resolve));
console.log('Shown:', image.naturalWidth, 'by', image.naturalHeight);

const context = document.createElement('canvas').getContext('2d');
context.drawImage(image, 0, 0);
try {
  context.getImageData(0, 0, 1, 1);
} catch (error) {
  console.log(String(error));
}
`;

export const taintedCanvas: Preset = {
  id: 'tainted-canvas',
  title: 'An image that taints a canvas',
  group: 'Other doors',
  scenario: {
    version: 1,
    title: 'An image that taints a canvas',
    page: 'https://app.example.com/',
    frontend,
    servers: [
      {
        origin: 'https://cdn.example.com',
        kind: 'headers',
        routes: [
          {
            method: '*',
            path: '*',
            status: 200,
            headers: [['Content-Type', 'image/svg+xml']],
            body: '<svg xmlns="http://www.w3.org/2000/svg" width="320" height="200"><circle cx="160" cy="100" r="80"/></svg>',
          },
        ],
      },
    ],
  },
};

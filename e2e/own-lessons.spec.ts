import { expect, test } from '@playwright/test';

const prose = `---
title: A lesson from two files
summary: Short.
---

## The idea

One idea.

## Do this

Do it.

## Hints

- First.
- Second.

## What just happened

It worked.
`;

const file = (name: string, text: string) => ({ name, mimeType: 'text/plain', buffer: Buffer.from(text) });

test('a lesson from a folder next to the site opens by its address and is kept under it', async ({ page }) => {
  await page.goto('./#/own?from=lessons/example');
  await expect(page.getByRole('heading', { name: 'An example: the tea shop' })).toBeVisible();
  for (const name of ['Yes', 'No']) await page.getByRole('radio', { name, exact: true }).first().check();
  await page.getByRole('radio', { name: 'No', exact: true }).last().check();
  await page.getByRole('button', { name: 'Lock in and run' }).click();
  await expect(page.getByRole('status', { name: 'Verdict' })).toHaveText(/^Blocked/);
  await page.reload();
  await expect(page.getByRole('heading', { name: 'Your predictions' })).toBeVisible();
});

test('a folder that is not there, or not here, is named', async ({ page }) => {
  await page.goto('./#/own?from=lessons/nothing');
  await expect(page.getByRole('alert')).toContainText(/lessons\/nothing\/lesson\.(md|json) could not be read \(404\)/);
  await page.getByRole('textbox', { name: 'Folder' }).fill('https://elsewhere.example/lesson');
  await page.getByRole('button', { name: 'Open the folder' }).click();
  await expect(page.getByRole('alert')).toContainText('must stand next to this site');
});

test('the files of a lesson open, stay after a reload, and say what is wrong with them and where', async ({
  page,
  request,
}) => {
  const setup = await (await request.get('lessons/example/lesson.json')).text();
  await page.goto('./#/course');
  const files = page.getByLabel('Lesson files');
  await files.setInputFiles([file('lesson.md', prose)]);
  await expect(page.getByRole('alert')).toContainText('lesson.json is missing');

  const broken = prose.replace('## Hints', '## Tips');
  await files.setInputFiles([file('lesson.md', broken), file('lesson.json', '{\n  "version": 1,\n  oops\n}')]);
  await expect(page.getByRole('alert')).toContainText('lesson.md:14: unknown heading “Tips”');
  await expect(page.getByRole('alert')).toContainText('lesson.json:3: expected JSON');

  const wrong = setup.replace('"status": 200,', '"status": 20,');
  await files.setInputFiles([file('lesson.md', prose), file('lesson.json', wrong)]);
  await expect(page.getByRole('alert')).toContainText('lesson.json: start.servers[0].routes[0].status');

  await files.setInputFiles([file('lesson.md', prose), file('lesson.json', setup)]);
  await expect(page.getByRole('heading', { name: 'A lesson from two files' })).toBeVisible();
  await page.reload();
  await expect(page.getByRole('heading', { name: 'A lesson from two files' })).toBeVisible();
});

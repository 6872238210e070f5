import assert from 'node:assert/strict';
import { readdirSync, readFileSync } from 'node:fs';
import { test } from 'node:test';
import { pick, translator } from '../static/app/i18n.js';
import { en } from '../static/app/texts/en.js';
import { nb } from '../static/app/texts/nb.js';

const folder = new URL('../static/app/', import.meta.url);
const code = readdirSync(folder)
  .filter((name) => name.endsWith('.js'))
  .map((name) => readFileSync(new URL(name, folder), 'utf8'))
  .join('\n');
const holes = (text) => (text.match(/\{\w+\}/g) ?? []).sort();

test('both languages have the same texts with the same holes', () => {
  assert.deepEqual(Object.keys(en), Object.keys(nb));
  for (const key of Object.keys(nb)) assert.deepEqual(holes(en[key]), holes(nb[key]), key);
});

test('every text the code asks for is there', () => {
  const asked = [...code.matchAll(/\bt\(\)?\(?\s*'([\w.]+)'/g)].map((match) => match[1]);
  assert.ok(asked.length > 100);
  for (const key of asked) assert.ok(key in nb, key);
  for (const [, prefix] of code.matchAll(/\bt\(`([\w.]+\.)\$\{/g))
    assert.ok(
      Object.keys(nb).some((key) => key.startsWith(prefix)),
      prefix,
    );
});

test('every text is used', () => {
  const used = (key) =>
    code.includes(`'${key}'`) ||
    [key.indexOf('.'), key.lastIndexOf('.')].some((dot) => code.includes(`\`${key.slice(0, dot + 1)}\${`)) ||
    /\.title$/.test(key) ||
    key.startsWith('notice.lost.');
  assert.deepEqual(
    Object.keys(nb).filter((key) => !used(key)),
    [],
  );
});

test('an unknown key shows itself; a missing language falls back', () => {
  assert.equal(translator('nb')('no.such.key'), 'no.such.key');
  assert.equal(translator('sv')('retry'), nb.retry);
  assert.equal(translator('en')('list.count', { shown: 2, all: 7 }), '2 of 7 sites shown');
  assert.equal(translator('nb')('list.count', { shown: 2 }), '2 av {all} områder vises');
});

test('texts of the server in two languages', () => {
  assert.equal(pick('en', { nb: 'Veger', en: 'Roads' }), 'Roads');
  assert.equal(pick('en', { nb: 'Veger', en: '' }), 'Veger');
  assert.equal(pick('nb', null), '');
  assert.equal(pick('nb', 'N1000'), 'N1000');
});

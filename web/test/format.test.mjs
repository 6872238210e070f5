import assert from 'node:assert/strict';
import { test } from 'node:test';
import { amount, category, date, distance, found, number, percent, range } from '../static/app/format.js';

const plain = (text) => text.replace(/[\u00a0\u202f]/g, ' ');

test('Norwegian numbers have decimal comma and spaces, English ones point and comma', () => {
  assert.equal(plain(number('nb', 12345.67, 1)), '12 345,7');
  assert.equal(number('en', 12345.67, 1), '12,345.7');
});

test('units are written as people here write them', () => {
  assert.equal(plain(amount('nb', 450, 'daa')), '450 daa');
  assert.equal(plain(amount('nb', 4.25, 'daa')), '4,3 daa');
  assert.equal(plain(amount('nb', 49.4, 'min')), '49 min');
  assert.equal(plain(amount('nb', 950, 'm')), '950 m');
  assert.equal(plain(amount('nb', 12480, 'm')), '12,5 km');
  assert.equal(plain(amount('nb', 295, 'krPerM2')), '295 kr/m²');
  assert.equal(plain(amount('nb', 0.183, 'share')), '18 %');
  assert.equal(plain(amount('nb', 3, 'count')), '3');
  assert.equal(plain(amount('nb', 700, 'mnok')), '700 mill. kr');
  assert.equal(plain(amount('nb', 7, 'furlong')), '7 furlong');
});

test('a small share is not nothing', () => {
  assert.equal(plain(percent('nb', 0.001)), '< 1 %');
  assert.equal(plain(percent('nb', 0)), '0 %');
});

test('a range that rounds to one number is one number', () => {
  assert.equal(range('nb', 38.2, 70.9), '38–71');
  assert.equal(range('nb', 38.2, 38.4), '38');
});

test('found values: amount, class in words, unknown class as it is, nothing', () => {
  assert.equal(plain(found('nb', { kind: 'amount', value: 1.5 }, 'MW')), '1,5 MW');
  assert.equal(found('nb', { kind: 'category', value: 'svaertStor' }), 'Svært stor verdi');
  assert.equal(category('nb', 'noeAnnet'), 'noeAnnet');
  assert.equal(found('en', { kind: 'notCovered', reason: 'noData' }), 'unknown');
});

test('lengths as people say them, with a decimal where one is wanted', () => {
  assert.equal(plain(distance('nb', 950)), '950 m');
  assert.equal(plain(distance('nb', 12000, 1)), '12,0 km');
  assert.equal(plain(distance('en', 2000)), '2 km');
});

test('dates keep the precision they have', () => {
  assert.equal(date('nb', '2017'), '2017');
  assert.equal(date('nb', '2024-08'), 'august 2024');
  assert.equal(date('nb', '2024-08-31'), '31. august 2024');
  assert.equal(date('en', '2026-11-20T09:12:00Z'), '20 November 2026');
  assert.equal(date('nb', 'i fjor'), 'i fjor');
  assert.equal(date('nb', null), '');
});

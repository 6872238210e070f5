import assert from 'node:assert/strict';
import { test } from 'node:test';
import { dayIn, emptyDraft, knownAt, MAX_SITES, request, toggled } from '../static/app/linkdraft.js';
import { mailText } from '../static/app/linkmade.js';

const CONTACT = {
  name: 'Kari Nordmann',
  role: 'Næringsutvikler',
  phone: '+47 62 81 00 00',
  mail: 'kari@region.example',
};
const link = (more = {}) => ({
  link: {
    language: 'nb',
    message: 'Takk for praten.',
    contact: CONTACT,
    until: '2027-01-25',
    codeMail: null,
    ...more,
  },
  address: 'https://areal.example/i/AAAAAAAAAAAAAAAAAAAAAA',
});

test('days are counted on the calendar', () => {
  assert.equal(dayIn(60, new Date(2026, 10, 26, 23, 30)), '2027-01-25');
  assert.equal(dayIn(0, new Date(2026, 11, 31, 0, 5)), '2026-12-31');
});

test('a draft holds no more sites than a link may', () => {
  const sites = Array.from({ length: 30 }, (_, i) => `site-${i}`);
  assert.equal(emptyDraft({ sites }).sites.length, MAX_SITES);
});

test('an address for a code is only sent when a code is asked for', () => {
  const draft = { ...emptyDraft({ sites: ['a', 'b'], comparison: true }), codeMail: 'x@y.no' };
  assert.equal(request(draft, ['name'], CONTACT).codeMail, '');
  assert.equal(request({ ...draft, coded: true }, ['name'], CONTACT).codeMail, 'x@y.no');
  assert.equal(request(draft, ['name'], CONTACT).comparison, true);
  assert.equal(request({ ...draft, answer: 'id' }, ['name'], CONTACT).comparison, false);
});

test('what is known is counted over the chosen sites only', () => {
  const known = { a: ['price'], b: [], c: ['price'] };
  assert.equal(knownAt(known, ['a', 'b'], 'price'), 1);
  assert.equal(knownAt(known, ['x'], 'price'), 0);
  assert.deepEqual(toggled(['a', 'b'], 'a', true), ['b', 'a']);
  assert.deepEqual(toggled(['a', 'b'], 'a', false), ['b']);
});

test("the mail is in the recipient's language and leaves out what is not there", () => {
  assert.equal(
    mailText(link()),
    'Hei,\n\nTakk for praten.\n\nHer er områdene:\nhttps://areal.example/i/AAAAAAAAAAAAAAAAAAAAAA\n\n' +
      'Lenken er til deg og gjelder til og med 25. januar 2027.\n\nKari Nordmann\nNæringsutvikler\n+47 62 81 00 00 · kari@region.example',
  );
  const english = mailText(
    link({ language: 'en', message: '', codeMail: 'x@y.no', contact: { ...CONTACT, role: '', mail: '' } }),
  );
  assert.match(english, /^Hello,\n\nHere are the sites:/);
  assert.match(english, /The first time the page asks for your e-mail address/);
  assert.match(english, /Kari Nordmann\n\+47 62 81 00 00$/);
});

// What lies in static/vendor is what was published: every file is listed, with version, licence and checksum.
import assert from 'node:assert/strict';
import { createHash } from 'node:crypto';
import { readFileSync, readdirSync } from 'node:fs';
import { test } from 'node:test';

const home = new URL('../static/vendor/', import.meta.url);
const manifest = JSON.parse(readFileSync(new URL('manifest.json', home)));

test('every vendored file is in the manifest and unchanged', () => {
  const folders = readdirSync(home, { withFileTypes: true })
    .filter((entry) => entry.isDirectory())
    .map((entry) => entry.name);
  assert.deepEqual(folders.sort(), manifest.map((one) => one.folder).sort());
  for (const { folder, files } of manifest) {
    const place = new URL(`${folder}/`, home);
    assert.deepEqual(readdirSync(place).sort(), Object.keys(files).sort());
    for (const [name, sha256] of Object.entries(files)) {
      const found = createHash('sha256')
        .update(readFileSync(new URL(name, place)))
        .digest('hex');
      assert.equal(found, sha256, `${folder}/${name}`);
    }
  }
});

test('each names version and licence, and the page asks for exactly that version', () => {
  const asked = readFileSync(new URL('../static/app/mapedit.js', import.meta.url), 'utf8');
  const notices = readFileSync(new URL('../../THIRD-PARTY-NOTICES.md', import.meta.url), 'utf8');
  for (const { name, version, licence, folder } of manifest) {
    assert.ok(licence && folder.endsWith(version));
    assert.ok(asked.includes(`/vendor/${folder}/`), `${folder} is not used`);
    assert.ok(notices.includes(`${name} ${version}`), `${name} is not in THIRD-PARTY-NOTICES.md`);
  }
});

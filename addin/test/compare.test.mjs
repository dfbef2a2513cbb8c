import assert from 'node:assert/strict';
import { webcrypto } from 'node:crypto';
import { test } from 'node:test';

import { chosenEdits, comparedFields, stampedPart, textHash, writesOf } from '../src/compare.mjs';

// Node 18 has it, but not under the name browsers give it.
globalThis.crypto ??= webcrypto;

const control = (state, more = {}) => ({ tag: 'pii:a', occurrence: 0, field: '$.a', label: '甲', state, generated: null, document: '文', current: '案', ...more });
const edit = (more = {}) => ({ field: '$.a', label: '甲', before: '案', after: '文', tag: 'pii:a', count: 1, ...more });

test('places of one fact in one state are one row, and what needs a decision comes first', () => {
  const rows = comparedFields([control('same'), control('update', { tag: 'pii:b', field: '$.b' }), control('update', { tag: 'pii:b', field: '$.b', occurrence: 1 }), control('conflict', { tag: 'pii:c', field: '$.c' })], []);
  assert.deepEqual(rows.map((row) => [row.state, row.places.length]), [['conflict', 1], ['update', 2], ['same', 1]]);
});

test('updates are written, conflicts and edits are not unless chosen', () => {
  const rows = comparedFields([control('update'), control('conflict', { tag: 'pii:c', field: '$.c' }), control('edited', { tag: 'pii:e', field: '$.e' })], [edit({ field: '$.e' })]);
  assert.deepEqual(writesOf(rows), [{ tag: 'pii:a', occurrence: 0, text: '案' }]);
  const decided = rows.map((row) => ({ ...row, choice: 'case' }));
  assert.deepEqual(writesOf(decided).map((write) => write.tag).sort(), ['pii:a', 'pii:c', 'pii:e']);
});

test('what is gone or new is never written, and what was written is not written again', () => {
  const rows = comparedFields([control('gone'), control('new', { tag: 'pii:n', field: '$.n' }), control('update', { tag: 'pii:u', field: '$.u' })], []);
  const all = rows.map((row) => ({ ...row, choice: 'case', outcome: row.state === 'update' ? 'written' : undefined }));
  assert.deepEqual(writesOf(all), []);
});

test('an edit goes into the case; text worked out from fields does not', () => {
  const rows = comparedFields([control('edited'), control('edited', { tag: 'pii:~3', field: '$.sum', document: '壹元' })], [edit()]);
  assert.deepEqual(chosenEdits(rows), [{ field: '$.a', after: '文' }]);
  assert.deepEqual(rows.map((row) => row.canSave), [true, false]);
});

test('two different edits of one fact go nowhere until a person has chosen', () => {
  const rows = comparedFields([control('edited', { document: '一' }), control('edited', { document: '二', occurrence: 1 })], [edit({ after: '一' }), edit({ after: '二' })]);
  assert.deepEqual(chosenEdits(rows), []);
  assert.deepEqual(chosenEdits(rows.map((row) => (row.document === '一' ? row : { ...row, choice: 'later' }))), [{ field: '$.a', after: '一' }]);
});

test('a conflict decided for the document goes into the case', () => {
  const [row] = comparedFields([control('conflict')], []);
  assert.equal(row.choice, 'later');
  assert.deepEqual(chosenEdits([{ ...row, choice: 'document' }]), [{ field: '$.a', after: '文' }]);
});

test('the part remembers the new text of what was written, and only of that', async () => {
  const part = '<document xmlns="urn:piidocs:document:1"><field tag="pii:a&amp;b" path="$.a&amp;b" hash="0000000000000000"/><field tag="pii:a" path="$.a" hash="1111111111111111" /></document>';
  const stamped = await stampedPart(part, new Map([['pii:a&b', '陈检察官']]), textHash);
  assert.match(stamped, /tag="pii:a&amp;b" path="\$\.a&amp;b" hash="(?!0{16})[0-9a-f]{16}"/);
  assert.match(stamped, /tag="pii:a" path="\$\.a" hash="1{16}"/);
});

test('hashes are the generator\'s: SHA-256, the first 16 digits', async () => {
  assert.equal(await textHash('abc'), 'ba7816bf8f01cfea');
});

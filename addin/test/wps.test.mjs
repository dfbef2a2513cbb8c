import assert from 'node:assert/strict';
import { test } from 'node:test';

import { findWps, startWps } from '../src/host/wps.mjs';
import { fakeWps } from './fake-wps.mjs';

const NAMESPACE = 'urn:piidocs:document:1';

test('WPS is found by what it puts into the page, and nowhere else', () => {
  const { application } = fakeWps([]);
  assert.equal(findWps({ Application: application }), application);
  assert.equal(findWps({ wps: { Application: application } }), application);
  assert.equal(findWps({}), null);
  assert.equal(findWps({ Application: { name: 'something else' } }), null);
});

test('our controls are listed and counted by tag; others are left out', async () => {
  const { application } = fakeWps([{ tag: 'pii:a', text: '甲\r' }, { tag: 'other', text: 'x' }, { tag: 'pii:a', text: '乙\v丙' }]);
  const fields = await startWps(application).listFields();
  assert.deepEqual(fields.map(({ tag, occurrence, text }) => [tag, occurrence, text]), [['pii:a', 0, '甲'], ['pii:a', 1, '乙\n丙']]);
});

test('a write is read back: what WPS did not take is said', async () => {
  const { application, controls, document } = fakeWps([{ tag: 'pii:a', text: '旧' }, { tag: 'pii:b', text: '旧', silent: true }, { tag: 'pii:c', text: '旧', locked: true }]);
  const outcomes = await startWps(application).setFields(
    [{ tag: 'pii:a', occurrence: 0, text: '一\n二' }, { tag: 'pii:b', occurrence: 0, text: '新' }, { tag: 'pii:c', occurrence: 0, text: '新' }, { tag: 'pii:none', occurrence: 0, text: '新' }],
    { track: false },
  );
  assert.deepEqual(outcomes.map((each) => each.written), [true, false, true, false]);
  assert.equal(controls[0].Range.Text, '一\v二');
  assert.equal(controls[2].LockContents, true);
  assert.equal(document.TrackRevisions, false);
});

test('tracked changes are on while writing and as they were afterwards', async () => {
  const { application, document, log } = fakeWps([{ tag: 'pii:a', text: '旧' }]);
  const [outcome] = await startWps(application).setFields([{ tag: 'pii:a', occurrence: 0, text: '新' }], { track: true });
  assert.equal(outcome.written, true);
  assert.deepEqual(log.trackedWrites, [true]);
  assert.equal(document.TrackRevisions, false);
});

test('a protected document is said to be so, and nothing is tried', async () => {
  const { application, controls } = fakeWps([{ tag: 'pii:a', text: '旧' }], { ProtectionType: 3 });
  const host = startWps(application);
  assert.deepEqual(await host.state(), { readOnly: true });
  await assert.rejects(host.setFields([{ tag: 'pii:a', occurrence: 0, text: '新' }], { track: false }), { trouble: 'protected' });
  assert.equal(controls[0].Range.Text, '旧');
});

test('the file is saved, copied and read as bytes; the copy goes', async () => {
  const { application, log, files } = fakeWps([]);
  assert.deepEqual([...(await startWps(application).getFile())], [0x50, 0x4b, 0xff]);
  assert.equal(log.saved, 1);
  assert.deepEqual([...files.keys()], ['/home/a/文书.docx']);
});

test('a document that was never saved has to be saved first', async () => {
  const { application } = fakeWps([], { Path: '' });
  await assert.rejects(startWps(application).getFile(), { trouble: 'saveFirst' });
});

test('without a document everything about one says so', async () => {
  const { application } = fakeWps([]);
  await assert.rejects(startWps({ ...application, ActiveDocument: null }).listFields(), { trouble: 'noDocument' });
});

test('documents are opened and inserted as files, clauses as XML, after the selection', async () => {
  const { application, log } = fakeWps([]);
  const host = startWps(application);
  await host.open(new Uint8Array([1, 2, 255]), '诉前公告/一.docx');
  await host.insertDocument(new Uint8Array([3]));
  await host.insertClause({ text: '', ooxml: '<p/>' });
  assert.equal(log.opened[0][1], '\x01\x02\xff');
  assert.match(log.opened[0][0], /^\/tmp\/piidocs-pane-\d+-诉前公告_一\.docx$/);
  assert.deepEqual(log.inserted, [['collapse', 0], ['file', '\x03'], ['collapse', 0], ['xml', '<p/>']]);
});

test('places are selected by tag or by words', async () => {
  const { application, log } = fakeWps([{ tag: 'pii:a', text: '' }, { tag: 'pii:a', text: '' }]);
  const host = startWps(application);
  assert.equal(await host.selectField('pii:a', 1), true);
  assert.equal(await host.selectField('pii:none', 0), false);
  assert.equal(await host.selectText('本院依法公告'), true);
  assert.equal(await host.selectText('没有的话'), false);
  assert.deepEqual(log.selected, [1, 'text']);
});

test('the part is replaced, never doubled, and the cursor\'s field is known', async () => {
  const { application, parts, listeners } = fakeWps([{ tag: 'pii:a', text: '甲' }]);
  const host = startWps(application);
  assert.equal(await host.getXml(NAMESPACE), null);
  await host.setXml(NAMESPACE, `<document xmlns="${NAMESPACE}" a="1"/>`);
  await host.setXml(NAMESPACE, `<document xmlns="${NAMESPACE}" a="2"/>`);
  assert.equal(parts.length, 1);
  assert.match(await host.getXml(NAMESPACE), /a="2"/);
  assert.deepEqual(await host.fieldAtCursor(), { tag: 'pii:a', text: '甲' });
  let moves = 0;
  const stop = await host.onCursorMoved(() => moves++);
  listeners.get('WindowSelectionChange')();
  stop();
  assert.equal(moves, 1);
  assert.equal(listeners.size, 0);
});

import assert from 'node:assert/strict';
import { webcrypto } from 'node:crypto';
import { test } from 'node:test';

import { ApiError } from '../src/api.mjs';
import { startBrowser } from '../src/host/browser.mjs';
import { createPane, initialState } from '../src/pane.mjs';
import { textsOf } from '../src/text.mjs';
import { createActions } from '../src/work/actions.mjs';

globalThis.crypto ??= webcrypto;

const FIELD = { label: '甲', kind: 'text', required: true, missing: false };

/** A pane over a server of two fields that others change too. */
function paneOver(more = {}) {
  const server = { version: 1, values: { '$.a': '旧', '$.b': '旧' }, saves: [], tokenIsGood: true };
  const allowed = () => {
    if (!server.tokenIsGood) {
      throw new ApiError('token', '过期');
    }
  };
  const host = { ...startBrowser(), ...more.host };
  const pane = createPane(initialState({ language: 'zh-CN', host: host.kind, can: host.can, today: '2026-01-01' }));
  const waiting = [];
  const api = {
    useToken: () => void (server.tokenIsGood = true),
    pair: async (code) => {
      if (code !== '123456') {
        throw new ApiError('token', '不对');
      }
      return { token: 't' };
    },
    version: async () => ({ version: '1', assets: server.assets ?? 'a' }),
    session: async () => (allowed(), { user: '某', role: 'drafter' }),
    types: async () => [],
    openCase: async (name) => (allowed(), { name, id: '1', title: '案', version: String(server.version), types: [] }),
    form: async () => (allowed(), { type: 't', title: '', groups: [{ label: '', fields: Object.entries(server.values).map(([field, value]) => ({ ...FIELD, field, value })) }] }),
    saveCase: async (_, version, changes) => {
      allowed();
      if (version !== String(server.version)) {
        throw new ApiError('conflict', '已被修改');
      }
      changes.forEach((change) => (server.values[change.field] = change.value));
      server.saves.push(changes);
      server.version++;
      return { version: String(server.version), diagnostics: [] };
    },
    ...more.api,
  };
  const act = createActions({
    pane,
    api,
    host,
    texts: () => textsOf(pane.state.language),
    place: { origin: 'https://pane.test', reload() {} },
    memory: { get: () => null, set() {} },
    door: { paired: () => new Promise((resolve) => waiting.push(resolve)), tell: () => waiting.splice(0).forEach((wake) => wake()) },
  });
  return { pane, act, server };
}

async function opened(more) {
  const all = paneOver(more);
  await all.act.openCase('a');
  await all.act.chooseType('t');
  return all;
}

const settle = () => new Promise((resolve) => setTimeout(resolve, 5));

test('others changed another field: both are kept, nobody is asked', async () => {
  const { pane, act, server } = await opened();
  act.typeField('$.a', '我');
  server.values['$.b'] = '他';
  server.version++;
  assert.equal(await act.saveForm(), true);
  assert.deepEqual(server.values, { '$.a': '我', '$.b': '他' });
  assert.deepEqual(pane.state.form.conflicts, []);
});

test('others changed the same field: both values are shown, nothing is saved or lost until someone chooses', async () => {
  const { pane, act, server } = await opened();
  act.typeField('$.a', '我');
  act.typeField('$.b', '我二');
  server.values['$.a'] = '他';
  server.version++;
  assert.equal(await act.saveForm(), false);
  assert.deepEqual(pane.state.form.conflicts.map((each) => [each.mine, each.theirs]), [['我', '他']]);
  assert.equal(server.values['$.a'], '他');
  assert.equal(pane.state.form.values['$.b'], '我二');
  act.chooseVersion('$.a', 'theirs');
  await act.settleConflicts();
  assert.deepEqual(server.values, { '$.a': '他', '$.b': '我二' });
});

test('a token that ran out keeps what was typed, and the save goes on after the code', async () => {
  const { pane, act, server } = await opened();
  act.typeField('$.a', '我');
  server.tokenIsGood = false;
  const saving = act.saveForm();
  await settle();
  assert.equal(pane.state.pairing.needed, true);
  assert.equal(pane.state.form.values['$.a'], '我');
  act.typeCode('000000');
  await act.pair();
  assert.notEqual(pane.state.pairing.problem, '');
  assert.equal(pane.state.pairing.needed, true);
  act.typeCode('123456');
  await act.pair();
  assert.equal(await saving, true);
  assert.equal(server.values['$.a'], '我');
  assert.equal(pane.state.pairing.needed, false);
});

test('what is typed while a save is under way is not taken for saved', async () => {
  const { pane, act } = await opened();
  act.typeField('$.a', '我');
  const saving = act.saveForm();
  act.typeField('$.b', '还没存');
  await saving;
  assert.equal(pane.state.form.values['$.b'], '还没存');
  assert.equal(pane.state.form.values['$.a'], undefined);
});

test('wrong input is named at its field and never sent', async () => {
  const { pane, act, server } = await opened();
  act.typeField('$.a', '  ');
  assert.equal(await act.saveForm(), false);
  assert.equal(pane.state.form.problems['$.a'], '必须填写');
  assert.deepEqual(server.saves, []);
});

test('a server that is down is said once, with a way to try the same again', async () => {
  let isDown = true;
  const { pane, act } = paneOver({
    api: {
      openCase: async (name) => {
        if (isDown) {
          throw new ApiError('down', 'Failed to fetch');
        }
        return { name, id: '1', title: '案', version: '1', types: [] };
      },
    },
  });
  await act.openCase('a');
  assert.equal(pane.state.server.down, true);
  const [notice] = pane.state.notices;
  assert.match(notice.detail, /https:\/\/pane\.test\/health\.html/);
  isDown = false;
  await notice.action.run();
  assert.equal(pane.state.open.title, '案');
  assert.equal(pane.state.server.down, false);
  assert.deepEqual(pane.state.notices, []);
});

test('newer pages on the server bring up the banner', async () => {
  const { pane, act, server } = paneOver();
  await act.start();
  await act.lookForUpdate();
  assert.equal(pane.state.server.outdated, false);
  server.assets = 'b';
  await act.lookForUpdate();
  assert.equal(pane.state.server.outdated, true);
});

test('a task runs once however often it is asked for', async () => {
  let calls = 0;
  const { act } = await opened({ api: { check: async () => (calls++, { diagnostics: [], errors: 0, warnings: 0 }) } });
  await Promise.all([act.checkCase(), act.checkCase(), act.checkCase()]);
  assert.equal(calls, 1);
});

test('a refresh writes what was chosen, says what was not taken, and remembers only what was', async () => {
  let part = '<document xmlns="urn:piidocs:document:1"><field tag="pii:a" path="$.a" hash="0000000000000000"/><field tag="pii:b" path="$.b" hash="0000000000000000"/></document>';
  const written = [];
  const { pane, act } = await opened({
    host: {
      kind: 'office',
      can: { open: true, insert: true, fields: true, track: false, autoOpen: true, boxes: true, openLink: true },
      getFile: async () => new Uint8Array([1]),
      listFields: async () => ['pii:a', 'pii:b', 'pii:c'].map((tag) => ({ tag, title: '', text: '旧', locked: false, occurrence: 0 })),
      setFields: async (writes, options) => {
        written.push(...writes);
        assert.equal(options.track, false);
        return writes.map((write) => ({ tag: write.tag, occurrence: write.occurrence, written: write.tag === 'pii:a', before: '旧', after: '新' }));
      },
      getXml: async () => part,
      setXml: async (_, xml) => void (part = xml),
    },
    api: {
      read: async () => ({ document: { isOurs: true }, findings: [], edits: [] }),
      refresh: async () => ({
        controls: [
          { tag: 'pii:a', occurrence: 0, field: '$.a', label: '甲', state: 'update', document: '旧', current: '新' },
          { tag: 'pii:b', occurrence: 0, field: '$.b', label: '乙', state: 'update', document: '旧', current: '新' },
          { tag: 'pii:c', occurrence: 0, field: '$.c', label: '丙', state: 'conflict', document: '文', current: '案' },
        ],
      }),
    },
  });
  await act.compare();
  await act.refreshDocument();
  assert.deepEqual(written.map((each) => each.tag), ['pii:a', 'pii:b']);
  assert.deepEqual(pane.state.sync.fields.map((row) => [row.tag, row.outcome]), [['pii:c', undefined], ['pii:a', 'written'], ['pii:b', 'notWritten']]);
  assert.match(part, /tag="pii:a" path="\$\.a" hash="(?!0{16})/);
  assert.match(part, /tag="pii:b" path="\$\.b" hash="0{16}"/);
  assert.equal(pane.state.notices[0].tone, 'warning');
});

test('what was typed into the document after it was read is not written over, and is said', async () => {
  let typed = '旧';
  const written = [];
  const { pane, act } = await opened({
    host: {
      kind: 'office',
      can: { open: true, insert: true, fields: true, track: true, autoOpen: true, boxes: true, openLink: true },
      getFile: async () => new Uint8Array([1]),
      listFields: async () => [{ tag: 'pii:a', title: '', text: typed, locked: false, occurrence: 0 }, { tag: 'pii:b', title: '', text: '旧', locked: false, occurrence: 0 }],
      setFields: async (writes) => (written.push(...writes), writes.map((write) => ({ ...write, written: true, before: '旧', after: write.text }))),
      getXml: async () => null,
    },
    api: {
      read: async () => ({ document: { isOurs: true }, findings: [], edits: [] }),
      refresh: async () => ({
        controls: ['a', 'b'].map((each) => ({ tag: `pii:${each}`, occurrence: 0, field: `$.${each}`, label: each, state: 'update', document: '旧', current: '新' })),
      }),
    },
  });
  await act.compare();
  typed = '刚打的字';
  await act.lookForChanges();
  assert.equal(pane.state.findings.stale, true);
  await act.refreshDocument();
  await act.refreshDocument();
  assert.deepEqual(written.map((each) => each.tag), ['pii:b']);
  assert.deepEqual(pane.state.sync.fields.map((row) => row.outcome), ['changed', 'written']);
  assert.equal(pane.state.notices[0].tone, 'warning');
});

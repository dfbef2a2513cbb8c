import assert from 'node:assert/strict';
import { test } from 'node:test';

import { ApiError, createApi, fromBase64, toBase64 } from '../src/api.mjs';

/** @param {(path: string, options: any) => any} answer */
function apiOver(answer) {
  const asked = [];
  const api = createApi({
    language: () => 'zh-CN',
    async fetch(path, options) {
      asked.push({ path, options });
      const { status = 200, body = {}, type = 'application/json' } = (await answer(path, options)) ?? {};
      return new Response(body instanceof Uint8Array ? body : JSON.stringify(body), { status, headers: { 'Content-Type': type } });
    },
  });
  return { api, asked };
}

test('the token goes with every request once it is known, and names are escaped', async () => {
  const { api, asked } = apiOver(() => ({ body: {} }));
  await api.version();
  api.useToken('secret');
  await api.openCase('甲/乙?');
  assert.equal(asked[0].options.headers.get('Authorization'), null);
  assert.equal(asked[1].options.headers.get('Authorization'), 'Bearer secret');
  assert.equal(asked[1].path, '/api/v1/cases/%E7%94%B2%2F%E4%B9%99%3F');
  assert.equal(asked[1].options.headers.get('Accept-Language'), 'zh-CN');
});

test('a save names the version it starts from', async () => {
  const { api, asked } = apiOver(() => ({ body: { version: '2', diagnostics: [] } }));
  await api.saveCase('a', '1', [{ field: '$.a', value: null }]);
  assert.equal(asked[0].options.method, 'PUT');
  assert.equal(asked[0].options.headers.get('If-Match'), '"1"');
  assert.deepEqual(JSON.parse(asked[0].options.body), { changes: [{ field: '$.a', value: null }] });
});

for (const [status, trouble] of [[401, 'token'], [403, 'forbidden'], [404, 'absent'], [412, 'conflict'], [422, 'refused'], [429, 'tooMany'], [500, 'broken'], [501, 'absent'], [503, 'broken']]) {
  test(`${status} is ${trouble}`, async () => {
    const { api } = apiOver(() => ({ status, body: { title: '标题', detail: '说明', diagnostics: [{ code: 'PD1012' }] } }));
    await assert.rejects(api.types(), (error) => error instanceof ApiError && error.trouble === trouble && error.message === '标题 说明' && error.diagnostics.length === 1);
  });
}

test('no answer is a server that is down; an answer that is no JSON is broken', async () => {
  const { api } = apiOver(() => Promise.reject(new TypeError('Failed to fetch')));
  await assert.rejects(api.types(), { trouble: 'down' });
  const page = createApi({ language: () => 'en', fetch: async () => new Response('<html>proxy</html>', { status: 200 }) });
  await assert.rejects(page.types(), { trouble: 'broken' });
  const refused = createApi({ language: () => 'en', fetch: async () => new Response('<html>proxy</html>', { status: 502 }) });
  await assert.rejects(refused.types(), { trouble: 'broken', message: '502' });
});

test('a server that does not answer in time is down', async () => {
  const api = createApi({ language: () => 'en', patience: 10, fetch: (_, { signal }) => new Promise((_, reject) => signal.addEventListener('abort', () => reject(new Error('aborted')))) });
  await assert.rejects(api.types(), { trouble: 'down' });
});

test('a PDF comes as bytes', async () => {
  const bytes = new Uint8Array([0x25, 0x50, 0x44, 0x46]);
  const raw = apiOver(() => ({ body: bytes, type: 'application/pdf' }));
  assert.deepEqual(await raw.api.pdf(new Uint8Array([1])), bytes);
});

test('base64 there and back, also where an argument list would be too long', () => {
  const bytes = new Uint8Array(300_001).map((_, i) => i * 7);
  assert.deepEqual(fromBase64(toBase64(bytes)), bytes);
});

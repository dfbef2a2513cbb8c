import assert from 'node:assert/strict';
import { test } from 'node:test';

import { readWholeFile } from '../src/host/office-file.mjs';

globalThis.Office = { FileType: { Compressed: 'compressed' }, AsyncResultStatus: { Succeeded: 'succeeded' } };

/** A document that hands itself out slice by slice, and says how it was treated. */
function fakeDocument({ failures = [], slices = [[1, 2], [3]], size = 3, sliceFails = false } = {}) {
  const seen = { opened: 0, closed: 0, isOpen: false, isAsked: false };
  return {
    seen,
    getFileAsync(type, options, done) {
      const code = failures.shift();
      setTimeout(() => {
        if (code !== undefined || seen.isOpen) {
          done({ status: 'failed', error: { code: code ?? 11001, message: 'no' } });
          return;
        }
        seen.opened++;
        seen.isOpen = true;
        done({
          status: 'succeeded',
          value: {
            size,
            sliceCount: slices.length,
            getSliceAsync(index, answer) {
              assert.equal(seen.isAsked, false, 'slices are asked for one at a time');
              seen.isAsked = true;
              setTimeout(() => {
                seen.isAsked = false;
                answer(sliceFails ? { status: 'failed', error: { code: 5009, message: 'no' } } : { status: 'succeeded', value: { index, data: slices[index] } });
              });
            },
            closeAsync(answer) {
              seen.closed++;
              seen.isOpen = false;
              setTimeout(answer);
            },
          },
        });
      });
    },
  };
}

test('slices are joined in order and the file is closed', async () => {
  const document = fakeDocument();
  assert.deepEqual([...(await readWholeFile(document))], [1, 2, 3]);
  assert.deepEqual([document.seen.opened, document.seen.closed], [1, 1]);
});

test('a busy Word is asked again', async () => {
  const document = fakeDocument({ failures: [5001, 11001] });
  assert.deepEqual([...(await readWholeFile(document))], [1, 2, 3]);
});

test('a Word that stays busy is said to be', async () => {
  await assert.rejects(readWholeFile(fakeDocument({ failures: [5001, 5001, 5001] })), { trouble: 'fileBusy' });
});

for (const size of [2, 4]) {
  test(`a file of ${size} announced bytes and 3 delivered is not taken, and is closed each time`, async () => {
    const document = fakeDocument({ size });
    await assert.rejects(readWholeFile(document), { trouble: 'fileBusy' });
    assert.equal(document.seen.closed, document.seen.opened);
  });
}

test('a slice that fails closes the file', async () => {
  const document = fakeDocument({ sliceFails: true });
  await assert.rejects(readWholeFile(document), { trouble: 'fileBroken' });
  assert.deepEqual([document.seen.opened, document.seen.closed], [1, 1]);
});

/**
 * The whole open document as bytes, through Office's Common API.
 *
 * Word hands out one file at a time and keeps it until it is closed; forgetting to makes every later call fail.
 */

import { HostError } from './trouble.mjs';

const SLICE = 1024 * 1024;
const TRIES = 3;

/** "The operation is in progress" and "the document is busy": gone after a moment. */
const PASSING = new Set([5001, 11001, 9002]);

/**
 * @param {Office.Document} document
 * @returns {Promise<Uint8Array>}
 */
export async function readWholeFile(document) {
  for (let tried = 1; ; tried++) {
    try {
      return await readOnce(document);
    } catch (error) {
      const isPassing = error instanceof FileTrouble && error.isPassing;
      if (!isPassing || tried === TRIES) {
        throw error instanceof FileTrouble ? new HostError(isPassing ? 'fileBusy' : 'fileBroken', error.message) : error;
      }
      await new Promise((resolve) => setTimeout(resolve, 300 * tried));
    }
  }
}

/** @param {Office.Document} document */
async function readOnce(document) {
  /** @type {Office.File} */
  const file = await asked((done) => document.getFileAsync(Office.FileType.Compressed, { sliceSize: SLICE }, done));
  try {
    const bytes = new Uint8Array(file.size);
    let at = 0;
    // In order, one at a time: Word mixes slices up that are asked for together.
    for (let i = 0; i < file.sliceCount; i++) {
      /** @type {Office.Slice} */
      const slice = await asked((done) => file.getSliceAsync(i, done));
      if (at + slice.data.length > bytes.length) {
        throw new FileTrouble('more bytes than announced', true);
      }
      bytes.set(slice.data, at);
      at += slice.data.length;
    }
    if (at !== bytes.length) {
      throw new FileTrouble('fewer bytes than announced', true);
    }
    return bytes;
  } finally {
    await new Promise((resolve) => file.closeAsync(resolve));
  }
}

class FileTrouble extends Error {
  /**
   * @param {string} message
   * @param {boolean} isPassing
   */
  constructor(message, isPassing) {
    super(message);
    this.isPassing = isPassing;
  }
}

/**
 * @template Value
 * @param {(done: (result: Office.AsyncResult<Value>) => void) => void} call
 * @returns {Promise<Value>}
 */
function asked(call) {
  return new Promise((resolve, reject) =>
    call((result) => {
      if (result.status === Office.AsyncResultStatus.Succeeded) {
        resolve(result.value);
      } else {
        reject(new FileTrouble(`${result.error.code} ${result.error.message}`, PASSING.has(result.error.code)));
      }
    }),
  );
}

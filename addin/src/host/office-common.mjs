/** Data stored in the document and settings of the add-in, through Office's Common API. */

import { HostError } from './trouble.mjs';

/** @param {Office.Document} document */
export function xmlPartsOf(document) {
  /** @param {string} namespace */
  const partsOf = (namespace) =>
    /** @type {Promise<Office.CustomXmlPart[]>} */ (asked((done) => document.customXmlParts.getByNamespaceAsync(namespace, done)));

  return {
    /**
     * @param {string} namespace
     * @returns {Promise<string | null>}
     */
    async get(namespace) {
      const [part] = await partsOf(namespace);
      return part === undefined ? null : asked((done) => part.getXmlAsync(done));
    },

    /**
     * The new part first, so that a failure leaves two rather than none.
     *
     * @param {string} namespace
     * @param {string} xml
     */
    async replace(namespace, xml) {
      const old = await partsOf(namespace);
      await asked((done) => document.customXmlParts.addAsync(xml, done));
      for (const part of old) {
        await asked((done) => part.deleteAsync(done));
      }
    },
  };
}

/** @param {Office.Document} document */
export function settingsOf(document) {
  return {
    /** @param {string} name */
    get: (name) => document.settings.get(name),

    /**
     * @param {string} name
     * @param {unknown} value
     * @returns {Promise<void>}
     */
    async set(name, value) {
      document.settings.set(name, value);
      await asked((done) => document.settings.saveAsync(done));
    },
  };
}

/**
 * @param {(done: (result: Office.AsyncResult<any>) => void) => void} call
 * @returns {Promise<any>}
 */
function asked(call) {
  return new Promise((resolve, reject) =>
    call((result) => {
      if (result.status === Office.AsyncResultStatus.Succeeded) {
        resolve(result.value);
      } else {
        reject(new HostError('failed', `${result.error.code} ${result.error.message}`));
      }
    }),
  );
}

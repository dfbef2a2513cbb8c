/** @import { Means } from './attempt.mjs' */

import { attempt } from './attempt.mjs';
import { MEDIA_TYPES, saveFile } from './attempt.mjs';

/** What the server takes. */
const LARGEST = 32 * 1024 * 1024;

/**
 * The document that checks and comparisons are about: the open one, or the one a person has picked.
 *
 * @param {Means} means
 */
export function uploadWork(means) {
  const { pane, api, host } = means;
  /** @type {Uint8Array | null} */
  let picked = null;

  return {
    /** @returns {Promise<Uint8Array | null>} */
    document: async () => (host.can.fields ? host.getFile() : picked),

    /** @param {File} file */
    async pickFile(file) {
      await attempt(means, 'pick', async () => {
        if (file.size > LARGEST || !/\.docx$/i.test(file.name)) {
          pane.notify({ id: 'pick', tone: 'error', title: means.texts()('upload.notWord'), detail: means.texts()('upload.notWord.detail') });
          return;
        }
        picked = new Uint8Array(await file.arrayBuffer());
        pane.change('findings', { upload: { name: file.name }, list: null, stamp: null });
        pane.change('sync', { fields: null, refreshed: null });
      });
    },

    forgetFile() {
      picked = null;
      pane.change('findings', { upload: null, list: null, stamp: null });
      pane.change('sync', { fields: null, refreshed: null });
    },

    /** The pages of the picked document as it stands. */
    async pickedPdf() {
      await attempt(means, 'pickedPdf', async () => {
        const { upload } = pane.state.findings;
        if (picked !== null && upload !== null) {
          await saveFile(means, { name: upload.name.replace(/\.docx$/i, '.pdf'), bytes: await api.pdf(picked), mediaType: MEDIA_TYPES.pdf });
        }
      });
    },
  };
}

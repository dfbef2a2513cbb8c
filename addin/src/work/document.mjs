/** @import { Means } from './attempt.mjs' */
/** @import { FieldWrite, WriteOutcome } from '../types.mjs' */

import { noComparison } from '../pane.mjs';
import { MEDIA_TYPES, attempt, saveFile } from './attempt.mjs';

/** What the server takes. */
const LARGEST = 32 * 1024 * 1024;

/**
 * The document that checks and comparisons are about: the open one, or the one a person has picked.
 *
 * @param {Means} means
 */
export function documentWork(means) {
  const { pane, api, host } = means;
  /** @type {Uint8Array | null} */
  let picked = null;
  /** What each control said when the document was read last. @type {Map<string, string>} */
  let known = new Map();

  async function controlTexts() {
    return new Map((await host.listFields()).map((each) => [placeKey(each), each.text]));
  }

  return {
    /** @returns {Promise<Uint8Array | null>} */
    async document() {
      if (!host.can.fields) {
        return picked;
      }
      const docx = await host.getFile();
      known = await controlTexts();
      pane.change('findings', { stale: false });
      return docx;
    },

    /**
     * Writes only where the document still says what it said when it was read: what a person has typed since is not
     * written over. Null for a place that was left alone.
     *
     * @param {FieldWrite[]} writes
     * @param {boolean} track
     * @returns {Promise<(WriteOutcome | null)[]>}
     */
    async write(writes, track) {
      const now = await controlTexts();
      const untouched = writes.filter((write) => now.get(placeKey(write)) === known.get(placeKey(write)));
      const outcomes = untouched.length > 0 ? await host.setFields(untouched, { track }) : [];
      outcomes.filter((each) => each.written).forEach((each) => known.set(placeKey(each), each.after || ''));
      const byPlace = new Map(outcomes.map((each) => [placeKey(each), each]));
      return writes.map((write) => byPlace.get(placeKey(write)) || null);
    },

    /** Events may be missed; coming back to the pane, what the controls say is the truth. */
    async lookForChanges() {
      const { findings, sync } = pane.state;
      if (host.can.fields && (findings.list !== null || sync.fields !== null)) {
        const now = await controlTexts().catch(() => known);
        const stale = now.size !== known.size || [...now].some(([key, text]) => known.get(key) !== text);
        pane.change('findings', { stale });
      }
    },

    /** @param {File} file */
    async pickFile(file) {
      await attempt(means, 'pick', async () => {
        if (file.size > LARGEST || !/\.docx$/i.test(file.name)) {
          pane.notify({ id: 'pick', tone: 'error', title: means.texts()('upload.notWord'), detail: means.texts()('upload.notWord.detail') });
          return;
        }
        picked = new Uint8Array(await file.arrayBuffer());
        pane.change('findings', { upload: { name: file.name }, list: null, stamp: null });
        pane.change('sync', noComparison());
      });
    },

    forgetFile() {
      picked = null;
      pane.change('findings', { upload: null, list: null, stamp: null });
      pane.change('sync', noComparison());
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

/** @param {{ tag: string, occurrence: number }} place */
export function placeKey(place) {
  return `${place.tag} ${place.occurrence}`;
}

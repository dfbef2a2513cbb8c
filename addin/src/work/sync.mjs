/** @import { Means } from './attempt.mjs' */
/** @import { ComparedField } from '../pane.mjs' */
/** @import { Diagnostic, Refresh, WriteOutcome } from '../types.mjs' */
/** @import { documentWork } from './document.mjs' */

import { ApiError, fromBase64 } from '../api.mjs';
import { chosenEdits, comparedFields, stampedPart, textHash, writesOf } from '../compare.mjs';
import { MEDIA_TYPES, attempt, saveFile } from './attempt.mjs';
import { PART_NAMESPACE } from './cases.mjs';
import { placeKey } from './document.mjs';

/** What these say stands with the paragraphs and rows. */
const OF_BLOCKS = ['PD3053', 'PD3056'];

/** @param {Means & Pick<ReturnType<typeof documentWork>, 'document' | 'write'> & { loadForm: () => Promise<void> }} means */
export function syncWork(means) {
  const { pane, api, host } = means;

  async function compare() {
    const { open } = pane.state;
    if (open === null) {
      return;
    }
    await attempt(means, 'compare', async () => {
      // Read again each time: what events told is a hint, the document is the truth.
      const docx = await means.document();
      if (docx !== null) {
        // The case's version first: if it changes after this, a save is refused, and nothing is overwritten.
        pane.set({ open: await api.openCase(open.name) });
        const [reading, refresh] = await Promise.all([api.read(open.name, docx), api.refresh(open.name, docx, { track: false, apply: false })]);
        const fields = comparedFields(refresh.controls, reading.edits);
        pane.change('sync', { fields, blocks: refresh.blocks || [], notes: notesOf(refresh), refreshed: null, shown: 60 });
        pane.change('findings', { stamp: reading.document });
      }
    });
  }

  /** @param {(row: ComparedField) => Partial<ComparedField> | null} change */
  function changeRows(change) {
    const { fields } = pane.state.sync;
    pane.change('sync', { fields: fields === null ? null : fields.map((row) => ({ ...row, ...(change(row) || {}) })) });
  }

  /** The open document, control by control; then its memory of what was generated. */
  async function refreshInWord() {
    await attempt(means, 'refresh', async () => {
      const writes = writesOf(pane.state.sync.fields || []);
      const outcomes = await means.write(writes, pane.state.sync.track && host.can.track);
      const byPlace = new Map(writes.map((write, index) => [placeKey(write), outcomes[index]]));
      changeRows((row) => outcomeOf(row, byPlace));
      const texts = new Map(writes.filter((_, index) => isWritten(outcomes[index])).map((write) => [write.tag, write.text]));
      const part = texts.size > 0 ? await host.getXml(PART_NAMESPACE) : null;
      if (part !== null) {
        await host.setXml(PART_NAMESPACE, await stampedPart(part, texts, textHash));
      }
      tellRefresh(outcomes);
    });
  }

  /** @param {(WriteOutcome | null)[]} outcomes */
  function tellRefresh(outcomes) {
    const t = means.texts();
    const changed = outcomes.filter((each) => each === null).length;
    const missed = outcomes.filter((each) => !isWritten(each)).length;
    if (missed === 0) {
      pane.notify({ id: 'refresh', tone: 'success', title: t('sync.written', { count: outcomes.length }) });
    } else if (changed > 0) {
      pane.notify({ id: 'refresh', tone: 'warning', title: t('document.changed'), detail: t('document.changed.detail') });
    } else {
      pane.notify({ id: 'refresh', tone: 'warning', title: t('sync.notWritten', { count: missed }), action: { label: t('common.retry'), run: refreshInWord } });
    }
  }

  /** A document from a file: the server makes the new one, which leaves edits and conflicts as they are. */
  async function refreshFile() {
    const { open } = pane.state;
    if (open === null) {
      return;
    }
    await attempt(means, 'refresh', async () => {
      const docx = await means.document();
      if (docx === null) {
        return;
      }
      const { content } = await api.refresh(open.name, docx, { track: pane.state.sync.track, apply: true });
      const { upload } = pane.state.findings;
      if (content !== undefined && upload !== null) {
        const name = upload.name.replace(/(\.docx)?$/i, `-${means.texts()('sync.refreshedName')}.docx`);
        pane.change('sync', { refreshed: { name, content } });
        await saveFile(means, { name, bytes: fromBase64(content), mediaType: MEDIA_TYPES.docx });
      }
    });
  }

  /**
   * The open document with everything of the case in it, paragraphs and rows too, in a window of its own: the open one stays as
   * it is. Through Word's own interface a paragraph put in loses its fields, or takes those around it along.
   */
  async function openRefreshed() {
    const { open } = pane.state;
    if (open === null) {
      return;
    }
    await attempt(means, 'openRefreshed', async () => {
      const docx = await means.document();
      const { content } = docx === null ? { content: undefined } : await api.refresh(open.name, docx, { track: pane.state.sync.track, apply: true });
      if (content !== undefined) {
        await host.open(fromBase64(content), `${open.title}.docx`);
        pane.notify({ id: 'openRefreshed', tone: 'success', title: means.texts()('sync.opened'), detail: means.texts()('sync.opened.detail') });
      }
    });
  }

  return {
    compare,
    openRefreshed,

    /** @param {boolean} track */
    useTracking(track) {
      pane.change('sync', { track });
    },

    /**
     * @param {ComparedField} chosen
     * @param {ComparedField['choice']} choice
     */
    choose(chosen, choice) {
      changeRows((row) => (row.tag === chosen.tag && row.occurrence === chosen.occurrence && row.state === chosen.state ? { choice, outcome: undefined } : null));
    },

    showMoreFields() {
      pane.change('sync', { shown: pane.state.sync.shown + 60 });
    },

    /** @param {ComparedField} row */
    async goToField(row) {
      await attempt(means, 'goTo', () => host.selectField(row.tag, row.occurrence));
    },

    refreshDocument: () => (host.can.fields ? refreshInWord() : refreshFile()),

    /** Edits made in the document go into the case; a case that changed meanwhile is compared anew, not overwritten. */
    async saveEdits() {
      const { open, sync } = pane.state;
      if (open === null) {
        return;
      }
      const edits = chosenEdits(sync.fields || []);
      const t = means.texts();
      await attempt(means, 'saveEdits', async () => {
        try {
          const saved = await api.saveCase(open.name, open.version, edits.map((edit) => ({ field: edit.field, value: edit.after })));
          pane.set({ open: { ...open, version: saved.version } });
          changeRows((row) => (edits.some((edit) => edit.field === row.field && edit.after === row.document) ? { outcome: 'saved' } : null));
          pane.notify({ id: 'saveEdits', tone: 'success', title: t('sync.saved', { count: edits.length }), diagnostics: saved.diagnostics });
          await means.loadForm();
        } catch (error) {
          if (!(error instanceof ApiError && error.trouble === 'conflict')) {
            throw error;
          }
          pane.set({ open: await api.openCase(open.name) });
          await compare();
          pane.notify({ id: 'saveEdits', tone: 'warning', title: t('sync.caseChanged'), detail: t('sync.caseChanged.detail') });
        }
      });
    },
  };
}

/**
 * What a person should know beside the fields: what is wrong with the case, and what a refresh leaves to be done by hand.
 *
 * @param {Refresh} refresh
 * @returns {Diagnostic[]}
 */
function notesOf({ diagnostics = [], findings = [] }) {
  return diagnostics.concat(findings.filter((each) => each.kind === 'stale' && each.tag === undefined && !OF_BLOCKS.includes(each.code || '')).map((each) => ({ ...each, code: each.code || '' })));
}

/** @param {WriteOutcome | null} outcome */
function isWritten(outcome) {
  return outcome !== null && outcome.written;
}

/**
 * @param {ComparedField} row
 * @param {Map<string, WriteOutcome | null>} byPlace
 * @returns {Partial<ComparedField> | null} null where nothing was tried
 */
function outcomeOf(row, byPlace) {
  const tried = row.places.filter((place) => byPlace.has(placeKey(place))).map((place) => byPlace.get(placeKey(place)) || null);
  if (tried.length === 0) {
    return null;
  }
  return { outcome: tried.every(isWritten) ? 'written' : tried.some((each) => each === null) ? 'changed' : 'notWritten' };
}

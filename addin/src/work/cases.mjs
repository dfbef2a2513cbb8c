/** @import { Means } from './attempt.mjs' */
/** @import { OpenCase } from '../types.mjs' */

import { emptyForm, noComparison } from '../pane.mjs';
import { attempt } from './attempt.mjs';

/** The part of a document that says what it was made from. */
export const PART_NAMESPACE = 'urn:piidocs:document:1';

const MOST_RECENTS = 4;

/** @param {Means & { loadForm: () => Promise<void> }} means */
export function caseWork(means) {
  const { pane, api, host, memory } = means;
  /** @type {ReturnType<typeof setTimeout> | undefined} */
  let timer;

  async function search() {
    await attempt(means, 'cases', async () => {
      /** @type {string} */
      let query;
      do {
        ({ query } = pane.state.cases);
        pane.change('cases', { list: await api.cases(query) });
        // Typed on meanwhile: ask again.
      } while (pane.state.cases.query !== query);
    });
  }

  /**
   * @param {OpenCase} opened
   * @param {string | null} type
   */
  function use(opened, type) {
    const recents = [opened.name, ...pane.state.cases.recents.filter((name) => name !== opened.name)].slice(0, MOST_RECENTS);
    memory.set('recents', JSON.stringify(recents));
    pane.change('cases', { recents });
    pane.set({
      open: opened,
      type,
      form: emptyForm(),
      make: { ...pane.state.make, check: null, files: [], diagnostics: [] },
      findings: { ...pane.state.findings, stamp: null, list: null },
      sync: { ...pane.state.sync, ...noComparison() },
      more: { ...pane.state.more, clauses: null, deadlines: null },
      trace: null,
    });
  }

  return {
    search,

    /** @param {string} query */
    typeQuery(query) {
      pane.change('cases', { query });
      clearTimeout(timer);
      timer = setTimeout(search, 200);
    },

    /** @param {string} name */
    async openCase(name) {
      await attempt(means, 'open', async () => use(await api.openCase(name), null));
    },

    closeCase() {
      pane.set({ open: null, type: null, form: emptyForm(), view: 'cases' });
    },

    /** @param {string} type */
    async chooseType(type) {
      if (type !== pane.state.type) {
        pane.set({ type, form: emptyForm(), make: { ...pane.state.make, check: null, files: [], diagnostics: [], audience: 'original' } });
        pane.change('more', { clauses: null });
      }
      pane.set({ view: 'form' });
      await means.loadForm();
    },

    /** A document of ours is open: its case and type are chosen already. */
    async followDocument() {
      const xml = await host.getXml(PART_NAMESPACE).catch(() => null);
      if (xml === null) {
        return;
      }
      const root = new DOMParser().parseFromString(xml, 'application/xml').documentElement;
      const type = root.getAttribute('type');
      const id = root.getAttribute('case') || '';
      await attempt(means, 'follow', async () => {
        const entry = (await api.cases('')).find((each) => each.name === id || each.id === id);
        if (entry !== undefined && pane.state.open === null) {
          use(await api.openCase(entry.name), type);
          pane.set({ view: 'findings' });
          pane.notify({ id: 'follow', tone: 'info', title: means.texts()('cases.followed', { title: entry.title }) });
          await means.loadForm();
        }
      });
    },

    recallRecents() {
      try {
        pane.change('cases', { recents: JSON.parse(memory.get('recents') || '[]') });
      } catch {
        // What was remembered is not ours; nothing is lost.
      }
    },
  };
}

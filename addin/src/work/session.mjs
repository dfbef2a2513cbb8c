/** @import { Means } from './attempt.mjs' */
/** @import { Diagnostic, DocumentType, Language, ViewName } from '../types.mjs' */

import { ApiError } from '../api.mjs';
import { attempt } from './attempt.mjs';

/** @param {Means} means */
export function sessionWork(means) {
  const { pane, api, host, door } = means;

  async function checkVersion() {
    const found = await api.version();
    const { assets } = pane.state.server;
    pane.change('server', {
      version: found.version,
      features: found.features || null,
      officeJs: found.officeJs || '',
      login: found.login || 'code',
      assets: assets || found.assets,
      outdated: assets !== '' && found.assets !== assets,
      down: false,
    });
  }

  /** What everything else needs; done at start and again after pairing. */
  async function enter() {
    const [session, types] = await Promise.all([api.session(), api.types()]);
    pane.set({ session });
    takeTypes(types);
  }

  /**
   * A type whose files are broken cannot be made; it is named, not left out in silence.
   *
   * @param {DocumentType[]} types
   */
  function takeTypes(types) {
    const broken = types.filter((each) => each.diagnostics !== undefined);
    pane.set({ types: types.filter((each) => each.diagnostics === undefined) });
    if (broken.length > 0) {
      const diagnostics = broken.reduce((all, each) => all.concat(each.diagnostics || []), /** @type {Diagnostic[]} */ ([]));
      pane.notify({ id: 'brokenTypes', tone: 'warning', title: means.texts()('types.broken', { count: broken.length }), diagnostics: diagnostics.slice(0, 5) });
    }
  }

  return {
    /** @returns {Promise<boolean>} whether the server let us in */
    async start() {
      const { readOnly } = await host.state().catch(() => ({ readOnly: false }));
      pane.set({ readOnly });
      const entered = await attempt(means, 'start', async () => {
        await checkVersion();
        await enter();
        return true;
      });
      return entered === true;
    },

    /** Looks whether the server has newer pages than these; quietly, on each return to the pane. */
    async lookForUpdate() {
      await checkVersion().catch(() => {});
    },

    /** @param {string} code */
    typeCode(code) {
      pane.change('pairing', { code, problem: '' });
    },

    /** @param {string} user */
    typeUser(user) {
      pane.change('pairing', { user, problem: '' });
    },

    async pair() {
      const code = pane.state.pairing.code.trim();
      const isByProxy = pane.state.server.login === 'proxy';
      if (code === '' && !isByProxy) {
        return;
      }
      await attempt(means, 'pair', async () => {
        try {
          if (!isByProxy) {
            api.useToken((await api.pair(code, pane.state.server.login === 'user' ? pane.state.pairing.user.trim() : '')).token);
          }
          await enter();
        } catch (error) {
          if (error instanceof ApiError && (error.trouble === 'token' || error.trouble === 'tooMany')) {
            pane.change('pairing', { problem: means.texts()(error.trouble === 'token' ? 'pairing.wrong' : 'pairing.tooMany') });
            return;
          }
          throw error;
        }
        pane.change('pairing', { needed: false, code: '', problem: '' });
        door.tell();
      });
    },

    /** Forgets the token; the next request asks for a code. */
    leave() {
      api.useToken('');
      pane.set({ session: null });
      pane.change('pairing', { needed: true, code: '', problem: '' });
    },

    /** @param {ViewName} view */
    show(view) {
      // Good news is old once one goes on; trouble stays until it is dismissed.
      pane.set({ view, notices: pane.state.notices.filter((each) => each.tone === 'error' || each.tone === 'warning') });
    },

    /** @param {Language} language */
    useLanguage(language) {
      means.memory.set('language', language);
      pane.set({ language });
      // Titles and messages come from the server in one language at a time.
      if (pane.state.session !== null) {
        void attempt(means, 'types', async () => takeTypes(await api.types()));
      }
    },

    reload: () => means.place.reload(),
    dismiss: pane.dismiss,
  };
}

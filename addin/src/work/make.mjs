/** @import { Means } from './attempt.mjs' */
/** @import { MadeFile } from '../types.mjs' */

import { ApiError, fromBase64 } from '../api.mjs';
import { changesOf } from '../fields.mjs';
import { MEDIA_TYPES, attempt, saveFile } from './attempt.mjs';

/** @param {Means & { saveForm: () => Promise<boolean> }} means */
export function makeWork(means) {
  const { pane, api, host } = means;

  /** What is typed but not saved would be missing in the document. */
  async function settled() {
    const { description, values } = pane.state.form;
    return description === null || changesOf(description, values).changes.length === 0 || means.saveForm();
  }

  /**
   * Makes files and does with them what is wanted.
   *
   * @param {string} task
   * @param {string[]} formats
   * @param {(files: MadeFile[]) => Promise<void>} use
   */
  async function make(task, formats, use) {
    const { open, type } = pane.state;
    if (open === null || type === null || !(await settled())) {
      return;
    }
    const { draft, audience } = pane.state.make;
    await attempt(means, task, async () => {
      try {
        const made = await api.make(open.name, { type, formats, draft, audience });
        pane.change('make', { diagnostics: made.diagnostics });
        await use(made.files);
      } catch (error) {
        if (!(error instanceof ApiError && error.status === 422)) {
          throw error;
        }
        pane.change('make', { diagnostics: error.diagnostics });
        pane.notify({ id: task, tone: 'error', title: means.texts()('make.refused'), detail: means.texts()('make.refused.detail') });
      }
    });
  }

  return {
    async checkCase() {
      const { open, type } = pane.state;
      if (open === null || type === null || !(await settled())) {
        return;
      }
      await attempt(means, 'check', async () => pane.change('make', { check: await api.check(open.name, type) }));
    },

    /** @param {boolean} draft */
    useDraft(draft) {
      pane.change('make', { draft, files: [], diagnostics: [] });
    },

    /** @param {string} audience */
    useAudience(audience) {
      pane.change('make', { audience, files: [], diagnostics: [] });
    },

    /** A public copy goes onto a web site too. */
    makeFiles: () => make('make', pane.state.make.audience === 'public' ? ['docx', 'pdf', 'html'] : ['docx', 'pdf'], async (files) => pane.change('make', { files })),

    /** @param {string} name */
    async downloadFile(name) {
      const file = pane.state.make.files.find((each) => each.name === name);
      if (file !== undefined) {
        await attempt(means, 'download', () =>
          saveFile(means, { name: file.name, bytes: fromBase64(file.content), mediaType: MEDIA_TYPES[file.format] || 'application/octet-stream' }),
        );
      }
    },

    openInWord: () =>
      make('openInWord', ['docx'], async ([file]) => {
        await host.open(fromBase64(file.content), file.name);
        pane.notify({ id: 'openInWord', tone: 'success', title: means.texts()('make.opened', { name: file.name }) });
      }),

    insertInWord: () =>
      make('insertInWord', ['docx'], async ([file]) => {
        await host.insertDocument(fromBase64(file.content));
        // Read again: an insertion may lose tags.
        const { length } = await host.listFields();
        const title = means.texts()(length > 0 ? 'make.inserted' : 'make.insertedWithoutFields', { count: length });
        pane.notify({ id: 'insertInWord', tone: length > 0 ? 'success' : 'warning', title });
      }),

    async exportPdf() {
      await attempt(means, 'exportPdf', async () => {
        const pdf = await api.pdf(await host.getFile());
        await saveFile(means, { name: `${pane.state.open === null ? 'document' : pane.state.open.title}.pdf`, bytes: pdf, mediaType: MEDIA_TYPES.pdf });
        pane.notify({ id: 'exportPdf', tone: 'success', title: means.texts()('make.exported') });
      });
    },
  };
}

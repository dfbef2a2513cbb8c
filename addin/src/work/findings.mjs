/** @import { Means } from './attempt.mjs' */
/** @import { Reading } from '../types.mjs' */
/** @import { ShownFinding } from '../pane.mjs' */

import { attempt } from './attempt.mjs';
/** @import { documentWork } from './document.mjs' */

/** @param {Means & Pick<ReturnType<typeof documentWork>, 'document' | 'write'>} means */
export function findingWork(means) {
  const { pane, api, host } = means;

  /** @param {Reading} reading */
  function showReading(reading) {
    const list = reading.findings.map((finding, index) => /** @type {ShownFinding} */ ({ ...finding, id: `${index}`, state: 'open' }));
    pane.change('findings', { stamp: reading.document, list });
  }

  /**
   * @param {string} id
   * @param {Partial<ShownFinding>} changes
   */
  function changeFinding(id, changes) {
    const { list } = pane.state.findings;
    pane.change('findings', { list: list === null ? null : list.map((each) => (each.id === id ? { ...each, ...changes } : each)) });
  }

  /**
   * @param {ShownFinding} finding
   * @param {string} text
   * @param {(before: string) => Partial<ShownFinding>} after
   */
  async function write(finding, text, after) {
    const { id, tag = '', occurrence = 0 } = finding;
    await attempt(means, `fix ${id}`, async () => {
      const [outcome] = await means.write([{ tag, occurrence, text }], false);
      if (outcome === null) {
        pane.notify({ id: `fix ${id}`, tone: 'warning', title: means.texts()('document.changed'), detail: means.texts()('document.changed.detail') });
      } else {
        changeFinding(id, outcome.written ? after(outcome.before || '') : { state: 'notWritten' });
      }
    });
  }

  return {
    async readDocument() {
      const { open } = pane.state;
      if (open === null) {
        return;
      }
      await attempt(means, 'read', async () => {
        const docx = await means.document();
        if (docx !== null) {
          showReading(await api.read(open.name, docx));
        }
      });
    },

    /** @param {string} filter */
    filterFindings(filter) {
      pane.change('findings', { filter });
    },

    /** @param {ShownFinding} finding */
    async goTo(finding) {
      await attempt(means, 'goTo', async () => {
        const isFound =
          (finding.tag !== undefined && (await host.selectField(finding.tag, finding.occurrence || 0))) ||
          (finding.text !== undefined && (await host.selectText(finding.text)));
        if (!isFound) {
          pane.notify({ id: 'goTo', tone: 'warning', title: means.texts()('findings.notFound') });
        }
      });
    },

    /** @param {ShownFinding} finding */
    async applyFix(finding) {
      if (finding.fix !== undefined) {
        await write(finding, finding.fix.text, (before) => ({ state: 'applied', before }));
      }
    },

    /** @param {ShownFinding} finding */
    undoFix: (finding) => write(finding, finding.before || '', () => ({ state: 'open' })),
  };
}

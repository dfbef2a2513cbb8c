/** @import { Means } from './attempt.mjs' */

import { attempt, attemptOffered } from './attempt.mjs';
import { PART_NAMESPACE } from './cases.mjs';

/** @param {Means} means */
export function moreWork(means) {
  const { pane, api, host } = means;

  /**
   * @param {string} tag
   * @param {string} field
   * @param {string} text
   */
  async function trace(tag, field, text) {
    const { open } = pane.state;
    if (open !== null) {
      pane.set({ trace: { tag, text, trace: null } });
      const found = await attempt(means, 'trace', () => api.trace(open.name, field));
      // The cursor may have gone on meanwhile.
      if (found !== undefined && pane.state.trace !== null && pane.state.trace.tag === tag) {
        pane.set({ trace: { tag, text, trace: found } });
      }
    }
  }

  return {
    async loadMore() {
      const { open, type, more } = pane.state;
      if (open === null) {
        return;
      }
      await attempt(means, 'deadlines', async () => pane.change('more', { deadlines: await api.deadlines(open.name, more.on) }));
      if (type !== null && pane.state.more.clauses === null) {
        await attemptOffered(means, 'clauses', async () => pane.change('more', { clauses: await api.clauses(type) }));
      }
      pane.change('more', { autoOpen: await host.opensWithDocument().catch(() => false) });
    },

    /** @param {string} query */
    filterClauses(query) {
      pane.change('more', { query });
    },

    /** @param {string} id */
    async insertClause(id) {
      const { open, type } = pane.state;
      if (open === null || type === null) {
        return;
      }
      const done = await attempt(means, `clause ${id}`, async () => {
        const clause = await api.clause(open.name, id, type);
        if (host.can.insert) {
          await host.insertClause(clause);
        } else {
          await navigator.clipboard.writeText(clause.text);
        }
        return true;
      });
      if (done) {
        pane.notify({ id: 'clause', tone: 'success', title: means.texts()(host.can.insert ? 'more.clauseInserted' : 'more.clauseCopied') });
      }
    },

    /** @param {string} on */
    async askDeadlines(on) {
      pane.change('more', { on });
      const { open } = pane.state;
      if (open !== null && /^\d{4}-\d{2}-\d{2}$/.test(on)) {
        await attempt(means, 'deadlines', async () => pane.change('more', { deadlines: await api.deadlines(open.name, on) }));
      }
    },

    /** The field whose control the cursor is in. */
    async traceCursor() {
      const { trace: shown } = pane.state;
      const control = await host.fieldAtCursor().catch(() => null);
      if (control !== null && (shown === null || shown.tag !== control.tag || shown.text !== control.text)) {
        const part = await host.getXml(PART_NAMESPACE).catch(() => null);
        const field = part === null ? null : fieldOfTag(part, control.tag);
        if (field !== null) {
          await trace(control.tag, field, control.text);
        }
      } else if (control === null && shown !== null && host.can.fields) {
        pane.set({ trace: null });
      }
    },

    /**
     * @param {string} field
     * @param {string} text
     */
    traceField: (field, text) => trace(field, field, text),

    closeTrace() {
      pane.set({ trace: null });
    },

    /** @param {boolean} on */
    async openWithDocument(on) {
      await attempt(means, 'autoOpen', async () => {
        await host.openWithDocument(on);
        pane.change('more', { autoOpen: on });
      });
    },

    /** @param {boolean} boxes */
    async showBoxes(boxes) {
      await attempt(means, 'boxes', async () => {
        await host.showBoxes(boxes);
        pane.change('more', { boxes });
      });
    },
  };
}

/**
 * A tag leads to its field through the document's own part; text worked out from several fields leads to the first.
 *
 * @param {string} part
 * @param {string} tag
 */
function fieldOfTag(part, tag) {
  const elements = [...new DOMParser().parseFromString(part, 'application/xml').documentElement.children];
  const element = elements.find((each) => each.getAttribute('tag') === tag);
  return element === undefined ? null : (element.getAttribute('path') || '').split(' ')[0] || null;
}

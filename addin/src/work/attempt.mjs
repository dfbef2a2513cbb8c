/**
 * How work is done and how it fails: one place that turns troubles into notices, so that none is silent and no input lost.
 *
 * @import { Api } from '../api.mjs'
 * @import { DocumentHost } from '../types.mjs'
 * @import { Pane } from '../pane.mjs'
 * @import { Texts } from '../text.mjs'
 *
 * @typedef {object} Means
 * @property {Pane} pane
 * @property {Api} api
 * @property {DocumentHost} host
 * @property {() => Texts} texts
 * @property {{ origin: string, reload: () => void }} place
 * @property {{ get: (name: string) => string | null, set: (name: string, value: string) => void }} memory
 * @property {{ paired: () => Promise<void>, tell: () => void }} door   opens when a code was accepted
 */

import { ApiError } from '../api.mjs';
import { HostError } from '../host/trouble.mjs';
import { offers } from '../pane.mjs';

/**
 * Runs one task of a name at a time. Undefined where it failed; the notice is up by then. All that the task changes it
 * changes itself, so that trying again does the whole of it. A token that ran out only makes it wait for a new code:
 * whatever has been typed stays where it is.
 *
 * @template Result
 * @param {Means} means
 * @param {string} task
 * @param {() => Promise<Result>} work
 * @returns {Promise<Result | undefined>}
 */
export async function attempt(means, task, work) {
  const { pane } = means;
  if (pane.state.busy[task]) {
    return undefined;
  }
  pane.set({ busy: { ...pane.state.busy, [task]: true } });
  pane.dismiss(task);
  try {
    const result = await withToken(means, work);
    if (pane.state.server.down) {
      pane.change('server', { down: false });
    }
    return result;
  } catch (error) {
    report(means, task, error, () => attempt(means, task, work));
    return undefined;
  } finally {
    pane.set({ busy: { ...pane.state.busy, [task]: false } });
  }
}

/**
 * @template Result
 * @param {Means} means
 * @param {() => Promise<Result>} work
 * @returns {Promise<Result>}
 */
async function withToken(means, work) {
  for (;;) {
    try {
      return await work();
    } catch (error) {
      if (!(error instanceof ApiError && error.trouble === 'token')) {
        throw error;
      }
      const { pane } = means;
      pane.change('pairing', { needed: true, problem: pane.state.session === null ? '' : means.texts()('pairing.expired') });
      await means.door.paired();
    }
  }
}

/**
 * @param {Means} means
 * @param {string} task
 * @param {unknown} error
 * @param {() => unknown} again
 */
export function report(means, task, error, again) {
  const { pane } = means;
  const t = means.texts();
  const retry = { label: t('common.retry'), run: again };
  if (error instanceof ApiError && error.trouble === 'down') {
    pane.change('server', { down: true });
    pane.notify({ id: task, tone: 'error', title: t('trouble.down'), detail: t('trouble.down.detail', { address: `${means.place.origin}/health.html` }), action: retry });
  } else if (error instanceof ApiError) {
    const title = error.trouble === 'broken' || error.trouble === 'absent' || error.trouble === 'forbidden' || error.trouble === 'tooMany' ? t(`trouble.${error.trouble}`) : error.message;
    const detail = title === error.message ? undefined : error.message;
    pane.notify({ id: task, tone: 'error', title, detail, diagnostics: error.diagnostics, action: error.trouble === 'broken' ? retry : undefined });
  } else if (error instanceof HostError) {
    pane.notify({ id: task, tone: 'error', title: t(`host.${error.trouble}`), detail: [t(`host.${error.trouble}.detail`), error.detail].filter(Boolean).join(' '), action: retry });
  } else {
    pane.notify({ id: task, tone: 'error', title: t('trouble.bug'), detail: error instanceof Error ? `${error.name}: ${error.message}` : String(error) });
  }
}

/**
 * Runs a task of something the server may not have: then it is not offered any more, and nothing is said.
 *
 * @param {Means} means
 * @param {string} feature
 * @param {() => Promise<void>} work
 */
export async function attemptOffered(means, feature, work) {
  const { pane } = means;
  if (!offers(pane.state, feature)) {
    return;
  }
  await attempt(means, feature, async () => {
    try {
      await work();
    } catch (error) {
      if (!(error instanceof ApiError && error.trouble === 'absent')) {
        throw error;
      }
      pane.change('server', { absent: pane.state.server.absent.concat(feature) });
    }
  });
}

/**
 * Hands a file to the person: to the downloads of a browser, or over a link that works once where the pane's own
 * browser cannot save (Word does not let a pane save a PDF).
 *
 * @param {Means} means
 * @param {{ name: string, bytes: Uint8Array, mediaType: string }} file
 */
export async function saveFile(means, file) {
  const { pane, host, api, place } = means;
  if (host.kind !== 'browser' && offers(pane.state, 'downloads')) {
    const { url } = await api.offerDownload(file.name, file.bytes, file.mediaType);
    host.openLink(new URL(url, place.origin).href);
    return;
  }
  const address = URL.createObjectURL(new Blob([/** @type {BlobPart} */ (file.bytes)], { type: file.mediaType }));
  const link = document.createElement('a');
  link.href = address;
  link.download = file.name;
  link.click();
  setTimeout(() => URL.revokeObjectURL(address), 60_000);
}

/** @type {Record<string, string>} */
export const MEDIA_TYPES = {
  docx: 'application/vnd.openxmlformats-officedocument.wordprocessingml.document',
  pdf: 'application/pdf',
  html: 'text/html',
};

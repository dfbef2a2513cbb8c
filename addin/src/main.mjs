/** Puts the pane together and starts it: the only module that knows the others. */

import { createApi } from './api.mjs';
import { h, render } from './dom.mjs';
import { startBrowser } from './host/browser.mjs';
import { startOffice } from './host/office.mjs';
import { HostError } from './host/trouble.mjs';
import { findWps, startWps } from './host/wps.mjs';
import { createPane, initialState } from './pane.mjs';
import { languageOf, textsOf } from './text.mjs';
import { emptyState } from './views/parts.mjs';
import { frame } from './views/frame.mjs';
import { createActions } from './work/actions.mjs';

/** How long Word may take to answer; without a bridge it never does. */
const PATIENCE = 10_000;

const app = /** @type {HTMLElement} */ (document.getElementById('app'));
const memory = createMemory();
const language = languageOf(memory.get('language'), navigator.language);

chooseHost().then(start).catch(showTrouble);

/** WPS says so itself, Word through Office.js, which only the page for Word loads; all else is a web page. */
async function chooseHost() {
  const wps = findWps(window);
  if (wps !== null) {
    return startWps(wps);
  }
  if (document.documentElement.dataset.host !== 'office') {
    return startBrowser();
  }
  if (!('Office' in window)) {
    throw new HostError('noOffice');
  }
  return (await startOffice(patience())) || startBrowser();
}

/** @param {import('./types.mjs').DocumentHost} host */
async function start(host) {
  const today = new Date();
  const pane = createPane(
    initialState({ language, host: host.kind, can: host.can, today: [today.getFullYear(), two(today.getMonth() + 1), two(today.getDate())].join('-') }),
  );
  const door = createDoor();
  const api = createApi({ fetch: (...call) => window.fetch(...call), language: () => pane.state.language });
  const act = createActions({
    pane,
    api,
    host,
    texts: () => textsOf(pane.state.language),
    place: { origin: location.origin, reload: () => location.reload() },
    memory,
    door,
  });

  pane.onChange((state) => show(state, act));
  show(pane.state, act);
  document.documentElement.dataset.ready = 'true';
  window.addEventListener('focus', () => {
    void act.lookForUpdate();
    void act.lookForChanges();
  });
  await follow(host, pane, act);
  act.recallRecents();
  if (await act.start()) {
    await act.search();
    await act.followDocument();
  }
}

/** @type {string} */
let shownView = '';

/**
 * @param {import('./pane.mjs').State} state
 * @param {import('./work/actions.mjs').Actions} act
 */
function show(state, act) {
  document.documentElement.lang = state.language;
  document.title = textsOf(state.language)('product');
  render(app, frame({ state, t: textsOf(state.language), act }));
  if (state.view !== shownView) {
    arrive(state, act);
  }
}

/**
 * A view that came up is read out from its heading, and loads what it shows.
 *
 * @param {import('./pane.mjs').State} state
 * @param {import('./work/actions.mjs').Actions} act
 */
function arrive(state, act) {
  const isFirst = shownView === '';
  shownView = state.view;
  if (!isFirst) {
    window.scrollTo(0, 0);
    const heading = /** @type {HTMLElement | null} */ (app.querySelector('.view h2'));
    if (heading !== null) {
      heading.focus({ preventScroll: true });
    }
  }
  if (state.view === 'more') {
    void act.loadMore();
    void act.traceCursor();
  }
  if (state.view === 'cases' && state.open === null && !isFirst) {
    void act.search();
  }
  if (state.view === 'form' && state.form.description === null) {
    void act.loadForm();
  }
}

/**
 * The cursor's field is shown while its view is up; a burst of moves is asked about once.
 *
 * @param {import('./types.mjs').DocumentHost} host
 * @param {import('./pane.mjs').Pane} pane
 * @param {import('./work/actions.mjs').Actions} act
 */
async function follow(host, pane, act) {
  /** @type {ReturnType<typeof setTimeout> | undefined} */
  let timer;
  await host.onCursorMoved(() => {
    clearTimeout(timer);
    timer = setTimeout(() => {
      if (pane.state.view === 'more') {
        void act.traceCursor();
      }
    }, 250);
  });
}

/** @param {unknown} error */
function showTrouble(error) {
  const t = textsOf(language);
  const way = h('a.button.primary', { href: '/' }, t('host.useBrowser'));
  const words =
    error instanceof HostError
      ? emptyState(t(`host.${error.trouble}`), t(`host.${error.trouble}.detail`), way)
      : emptyState(t('trouble.bug'), error instanceof Error ? `${error.name}: ${error.message}` : String(error), way);
  document.documentElement.lang = language;
  document.documentElement.dataset.ready = 'true';
  render(app, h('main', { class: 'view-trouble' }, words));
}

/** Lets tasks wait for a pairing code. */
function createDoor() {
  /** @type {(() => void)[]} */
  let waiting = [];
  return {
    paired: () => new Promise((/** @type {(value: void) => void} */ resolve) => void waiting.push(resolve)),
    tell() {
      const woken = waiting;
      waiting = [];
      woken.forEach((wake) => wake());
    },
  };
}

/** What may be remembered on this computer: a language, the names of the last cases of this session. */
function createMemory() {
  return {
    /** @param {string} name */
    get(name) {
      try {
        return sessionStorage.getItem(`piidocs.${name}`);
      } catch {
        return null;
      }
    },
    /**
     * @param {string} name
     * @param {string} value
     */
    set(name, value) {
      try {
        sessionStorage.setItem(`piidocs.${name}`, value);
      } catch {
        // A browser that forbids storage: nothing is remembered, all else works.
      }
    },
  };
}

function patience() {
  return Number(document.documentElement.dataset.patience) || PATIENCE;
}

/** @param {number} number */
function two(number) {
  return String(number).padStart(2, '0');
}

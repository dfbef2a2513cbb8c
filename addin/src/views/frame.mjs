/**
 * What surrounds every view: where one is, what can be done here, what went wrong.
 *
 * @import { Screen } from './parts.mjs'
 * @import { Notice } from '../pane.mjs'
 * @import { ViewName } from '../types.mjs'
 */

import { h } from '../dom.mjs';
import { typeTitle } from '../pane.mjs';
import { caseView } from './cases.mjs';
import { findingView } from './findings.mjs';
import { formView } from './form.mjs';
import { makeView } from './make.mjs';
import { moreView } from './more.mjs';
import { pairingView } from './pairing.mjs';
import { button, diagnosticList, icon } from './parts.mjs';
import { syncView } from './sync.mjs';

/** @type {Record<ViewName, (screen: Screen) => import('../dom.mjs').Content>} */
const VIEWS = { cases: caseView, form: formView, make: makeView, findings: findingView, sync: syncView, more: moreView };

/** @type {ViewName[]} */
const ORDER = ['cases', 'form', 'make', 'findings', 'sync', 'more'];

/** @param {Screen} screen */
export function frame(screen) {
  const { state } = screen;
  const isIn = state.session !== null;
  return [
    header(screen, isIn),
    notices(screen),
    h(
      'main',
      { key: 'main', id: 'main', class: isIn ? `view-${state.view}` : 'view-pairing' },
      state.pairing.needed ? pairingView(screen) : null,
      isIn ? h('div.view', { key: state.view }, VIEWS[state.view](screen)) : null,
    ),
  ];
}

/**
 * @param {Screen} screen
 * @param {boolean} isIn
 */
function header(screen, isIn) {
  const { state, t, act } = screen;
  return h(
    'header.top',
    { key: 'top' },
    h(
      'div.where',
      null,
      h('span.mark', { 'aria-hidden': 'true' }, t('mark')),
      h(
        'div.where-words',
        null,
        h('h1', { title: state.open === null ? null : state.open.title }, state.open === null ? t('product') : state.open.title),
        h('p', null, state.open === null ? t('product.detail') : typeTitle(state) || t('cases.noType')),
      ),
      state.server.down ? h('span.badge.error', null, t('server.down')) : null,
    ),
    isIn
      ? h(
          'nav.tabs',
          { 'aria-label': t('nav.label') },
          ORDER.map((view) =>
            h(
              'button.tab',
              { key: view, type: 'button', name: `view-${view}`, 'aria-current': state.view === view ? 'page' : null, onclick: () => act.show(view) },
              t(`nav.${view}`),
            ),
          ),
        )
      : null,
  );
}

/** @param {Screen} screen */
function notices(screen) {
  const { state, t, act } = screen;
  return h(
    'div.notices',
    { key: 'notices', role: 'region', 'aria-live': 'polite', 'aria-label': t('notices.label') },
    state.server.outdated
      ? h(
          'div.notice.info',
          { key: 'outdated' },
          icon('info'),
          h('div.notice-words', null, h('p.notice-title', null, t('server.outdated')), h('p', null, t('server.outdated.detail'))),
          h('div.notice-acts', null, button(t('server.reload'), { onclick: act.reload })),
        )
      : null,
    state.readOnly
      ? h('div.notice.warning', { key: 'readOnly' }, icon('warning'), h('div.notice-words', null, h('p.notice-title', null, t('host.readOnly')), h('p', null, t('host.readOnly.detail'))))
      : null,
    state.notices.map((notice) => noticeBar(screen, notice)),
  );
}

/**
 * @param {Screen} screen
 * @param {Notice} notice
 */
function noticeBar(screen, notice) {
  const { t, act } = screen;
  const { action } = notice;
  return h(
    `div.notice.${notice.tone}`,
    { key: notice.id, role: notice.tone === 'error' ? 'alert' : null, 'data-notice': notice.id },
    icon(notice.tone),
    h(
      'div.notice-words',
      null,
      h('p.notice-title', null, notice.title),
      notice.detail === undefined ? null : h('p', null, notice.detail),
      notice.diagnostics === undefined || notice.diagnostics.length === 0 ? null : diagnosticList(screen, notice.diagnostics),
    ),
    h('button.close', { type: 'button', 'aria-label': t('common.close'), onclick: () => act.dismiss(notice.id) }, icon('close')),
    action === undefined ? null : h('div.notice-acts', null, button(action.label, { onclick: action.run })),
  );
}

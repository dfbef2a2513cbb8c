/** @import { Screen } from './parts.mjs' */
/** @import { CaseEntry, DocumentType } from '../types.mjs' */

import { h } from '../dom.mjs';
import { titleOf } from '../pane.mjs';
import { button, emptyState, icon, searchBox, waiting } from './parts.mjs';

/** @param {Screen} screen */
export function caseView(screen) {
  return screen.state.open === null ? caseList(screen) : typeList(screen);
}

/** @param {Screen} screen */
function caseList(screen) {
  const { state, t, act } = screen;
  const { query, list, recents } = state.cases;
  const recent = list === null || query !== '' ? [] : recents.map((name) => list.find((each) => each.name === name)).filter((each) => each !== undefined);
  return [
    h('h2', { key: 'title', tabindex: '-1' }, t('cases.title')),
    searchBox(t('cases.search'), { id: 'case-search', value: query, oninput: act.typeQuery }),
    list === null ? waiting(t('common.loading')) : null,
    recent.length > 0 ? group(screen, 'recent', t('cases.recent'), recent) : null,
    list !== null && list.length > 0 ? group(screen, 'all', t(query === '' ? 'cases.all' : 'cases.found', { count: list.length }), list) : null,
    list !== null && list.length === 0 ? emptyState(t('cases.none'), t(query === '' ? 'cases.none.detail' : 'cases.none.search')) : null,
  ];
}

/**
 * @param {Screen} screen
 * @param {string} key
 * @param {string} title
 * @param {CaseEntry[]} entries
 */
function group({ state, t, act }, key, title, entries) {
  return h(
    'section',
    { key, 'aria-label': title },
    h('h3.group', null, title),
    h(
      'ul.list',
      null,
      entries.map((each) =>
        h(
          'li',
          { key: each.name },
          h(
            'button.row',
            { type: 'button', disabled: each.readable === false, 'aria-busy': state.busy.open ? 'true' : null, 'data-case': each.name, onclick: () => act.openCase(each.name) },
            h('span.row-words', null, h('span.row-title', null, each.title || each.name), h('span.row-detail', null, each.readable === false ? t('cases.unreadable') : [each.id ? `${each.id}　` : '', each.office, each.office ? '　' : '', h('span.date', null, day(each.modified))])),
            icon('next'),
          ),
        ),
      ),
    ),
  );
}

/** @param {string} moment */
function day(moment) {
  return (moment || '').slice(0, 10);
}

/** @param {Screen} screen */
function typeList(screen) {
  const { state, t, act } = screen;
  const { open } = state;
  if (open === null) {
    return null;
  }
  const borne = new Set(open.types.map((each) => each.id));
  const own = state.types.filter((each) => borne.has(each.id));
  const others = state.types.filter((each) => !borne.has(each.id));
  return [
    h('div.view-head', { key: 'head' }, h('h2', { tabindex: '-1' }, t('cases.chooseType')), button(t('cases.other'), { kind: 'quiet', onclick: act.closeCase, name: 'other-case' })),
    types(screen, 'own', t('cases.types'), own),
    others.length > 0 ? h('details', { key: 'others' }, h('summary', null, t('cases.otherTypes', { count: others.length })), types(screen, 'rest', t('cases.otherTypes', { count: others.length }), others)) : null,
  ];
}

/**
 * @param {Screen} screen
 * @param {string} key
 * @param {string} label
 * @param {DocumentType[]} list
 */
function types({ state, act }, key, label, list) {
  return h(
    'ul.list',
    { key, 'aria-label': label },
    list.map((type) =>
      h(
        'li',
        { key: type.id },
        h(
          'button.row',
          { type: 'button', 'data-type': type.id, 'aria-current': state.type === type.id ? 'true' : null, onclick: () => act.chooseType(type.id) },
          h('span.row-words', null, h('span.row-title', null, titleOf(type, state.language))),
          icon('next'),
        ),
      ),
    ),
  );
}

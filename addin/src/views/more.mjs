/** @import { Screen } from './parts.mjs' */
/** @import { Clause, Deadline } from '../types.mjs' */

import { h } from '../dom.mjs';
import { offers } from '../pane.mjs';
import { badge, button, card, choice, searchBox, toggle, waiting } from './parts.mjs';
import { traceCard } from './trace.mjs';

/** @param {Screen} screen */
export function moreView(screen) {
  const { state, t } = screen;
  return [
    h('h2', { key: 'title', tabindex: '-1' }, t('more.title')),
    state.open !== null && state.can.fields ? cursorCard(screen) : null,
    state.open === null ? null : deadlineCard(screen),
    state.open !== null && state.type !== null && offers(state, 'clauses') ? clauseCard(screen) : null,
    settingCard(screen),
    aboutCard(screen),
  ];
}

/** @param {Screen} screen */
function cursorCard(screen) {
  const { state, t } = screen;
  return card(t('trace.title'), { key: 'trace' }, state.trace === null ? h('p.hint', null, t('trace.lead')) : traceCard(screen, 'cursor'));
}

/** @param {Screen} screen */
function deadlineCard({ state, t, act }) {
  const { deadlines, on } = state.more;
  return card(
    t('more.deadlines'),
    { key: 'deadlines' },
    h(
      'div.inline',
      null,
      h('label', { for: 'deadlines-on' }, t('more.on')),
      h('input', { id: 'deadlines-on', type: 'date', value: on, onchange: (/** @type {Event} */ event) => act.askDeadlines(/** @type {HTMLInputElement} */ (event.target).value) }),
    ),
    deadlines === null ? waiting(t('common.loading')) : null,
    deadlines !== null && deadlines.length === 0 ? h('p.hint', null, t('more.noDeadlines')) : null,
    deadlines === null ? null : h('ul.deadlines', null, deadlines.map(deadlineRow)),
  );
}

/** @type {Record<string, 'error' | 'warning' | 'success' | 'info'>} */
const TONES = { notBegun: 'info', running: 'info', runOut: 'info', kept: 'success', overdue: 'error', missed: 'warning' };

/**
 * @param {Deadline} deadline
 * @param {number} index
 */
function deadlineRow(deadline, index) {
  const tone = TONES[deadline.state] || 'info';
  return h(
    'li',
    { key: `${index}` },
    h('div.deadline-head', null, h('span.row-title', null, deadline.label), badge(tone, deadline.stateLabel)),
    h('p.row-detail', null, deadline.date, deadline.basis ? `　${deadline.basis}` : ''),
  );
}

/** @param {Screen} screen */
function clauseCard(screen) {
  const { state, t, act } = screen;
  const { clauses, query } = state.more;
  const shown = (clauses || []).filter((each) => query === '' || each.title.includes(query) || each.id.includes(query));
  // What is searched for may belong to any document; otherwise those of this one come first.
  const isOwn = (/** @type {Clause} */ each) => query !== '' || each.uses.includes(state.type || '');
  const own = shown.filter(isOwn);
  const others = shown.filter((each) => !isOwn(each));
  return card(
    t('more.clauses'),
    { key: 'clauses' },
    clauses !== null && clauses.length > 5 ? searchBox(t('more.clauseSearch'), { id: 'clause-search', value: query, oninput: act.filterClauses }) : null,
    clauses === null ? waiting(t('common.loading')) : null,
    clauses !== null && shown.length === 0 ? h('p.hint', null, t('more.noClauses')) : null,
    clauseList(screen, 'own', own),
    others.length > 0 ? h('details', { key: 'others' }, h('summary', null, t('more.otherClauses', { count: others.length })), clauseList(screen, 'rest', others)) : null,
  );
}

/**
 * @param {Screen} screen
 * @param {string} key
 * @param {Clause[]} clauses
 */
function clauseList(screen, key, clauses) {
  return h('ul.clauses', { key }, clauses.map((clause) => clauseRow(screen, clause)));
}

/**
 * @param {Screen} screen
 * @param {Clause} clause
 */
function clauseRow({ state, t, act }, clause) {
  return h(
    'li',
    { key: clause.id },
    h('span.row-title', null, clause.title),
    button(t(state.can.insert ? 'more.clauseInsert' : 'more.clauseCopy'), {
      busy: state.busy[`clause ${clause.id}`],
      disabled: state.can.insert && state.readOnly,
      onclick: () => act.insertClause(clause.id),
      label: t(state.can.insert ? 'more.clauseInsertName' : 'more.clauseCopyName', { title: clause.title }),
    }),
  );
}

/** @param {Screen} screen */
function settingCard({ state, t, act }) {
  return card(
    t('more.settings'),
    { key: 'settings' },
    choice('language', {
      label: t('more.language'),
      value: state.language,
      options: [['zh-CN', '中文'], ['en', 'English']],
      onchange: (value) => act.useLanguage(value === 'en' ? 'en' : 'zh-CN'),
    }),
    state.can.autoOpen ? toggle(t('more.autoOpen'), { id: 'auto-open', checked: state.more.autoOpen, onchange: act.openWithDocument, hint: t('more.autoOpen.detail') }) : null,
    state.can.boxes ? toggle(t('more.boxes'), { id: 'boxes', checked: state.more.boxes, onchange: act.showBoxes, hint: t('more.boxes.detail') }) : null,
  );
}

/** @param {Screen} screen */
function aboutCard({ state, t, act }) {
  return card(
    t('more.about'),
    { key: 'about' },
    h(
      'dl.about',
      null,
      h('dt', null, t('more.user')),
      h('dd', null, state.session === null ? '' : [state.session.user, state.session.role].filter(Boolean).join(' · ')),
      h('dt', null, t('more.version')),
      h('dd', null, state.server.version),
      h('dt', null, t('more.host')),
      h('dd', null, t(`hostKind.${state.host}`), state.host === 'office' && state.server.officeJs ? ` · ${t(state.server.officeJs === 'local' ? 'more.officeJs.local' : 'more.officeJs.cdn')}` : ''),
    ),
    button(t('more.leave'), { kind: 'quiet', onclick: act.leave, name: 'leave' }),
  );
}

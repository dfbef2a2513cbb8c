/** @import { Screen } from './parts.mjs' */
/** @import { ShownFinding } from '../pane.mjs' */

import { h } from '../dom.mjs';
import { badge, button, emptyState, filePicker, icon, needsCase, staleNote, waiting } from './parts.mjs';
import { canOnlyBeSearched, isMaskedCopy, offers } from '../pane.mjs';

/** @type {ShownFinding['kind'][]} */
const KINDS = ['legal', 'missing', 'outside', 'leak', 'stale', 'style', 'gone'];

/** @param {Screen} screen */
export function findingView(screen) {
  const { state, t, act } = screen;
  if (state.open === null) {
    return needsCase(screen, 'findings.title');
  }
  const { list, upload, stamp } = state.findings;
  const canRead = state.can.fields || upload !== null;
  return [
    h('div.view-head', { key: 'head' }, h('h2', { tabindex: '-1' }, t('findings.title')), list === null ? null : badge(list.length === 0 ? 'success' : 'warning', t('findings.count', { count: list.length }))),
    state.can.fields ? null : filePicker(screen),
    canRead
      ? h(
          'div.buttons',
          { key: 'acts' },
          button(t(list === null ? 'findings.read' : 'findings.readAgain'), { kind: 'primary', busy: state.busy.read, onclick: act.readDocument, name: 'read' }),
          !state.can.fields && offers(state, 'pdf') ? button(t('make.export.do'), { busy: state.busy.pickedPdf, onclick: act.pickedPdf, key: 'pdf' }) : null,
        )
      : null,
    list !== null ? staleNote(screen) : null,
    canOnlyBeSearched(stamp) ? h('p.note', { key: 'foreign' }, icon('info'), t(isMaskedCopy(stamp) ? 'findings.copy' : 'findings.foreign')) : null,
    list === null && state.busy.read ? waiting(t('findings.reading')) : null,
    list === null && !state.busy.read ? h('p.lead', { key: 'lead' }, t('findings.lead')) : null,
    list !== null && list.length === 0 ? emptyState(t('findings.none'), t(canOnlyBeSearched(stamp) ? 'findings.none.searched' : 'findings.none.detail')) : null,
    list !== null && list.length > 0 ? filters(screen, list) : null,
    list === null ? null : h('ul.findings', { key: 'list' }, visible(list, state.findings.filter).map((finding) => findingRow(screen, finding))),
  ];
}

const RANK = { error: 0, warning: 1, info: 2 };

/**
 * @param {ShownFinding[]} list
 * @param {string} filter
 */
function visible(list, filter) {
  return list.filter((each) => filter === 'all' || each.kind === filter).sort((a, b) => RANK[a.severity] - RANK[b.severity]);
}

/**
 * @param {Screen} screen
 * @param {ShownFinding[]} list
 */
function filters({ state, t, act }, list) {
  const counts = KINDS.map((kind) => /** @type {const} */ ([kind, list.filter((each) => each.kind === kind).length])).filter(([, count]) => count > 0);
  return h(
    'div.chips',
    { key: 'filters', role: 'group', 'aria-label': t('findings.filter') },
    chip(t('findings.all', { count: list.length }), state.findings.filter === 'all', () => act.filterFindings('all'), 'all'),
    counts.map(([kind, count]) => chip(`${t(`kind.${kind}`)} ${count}`, state.findings.filter === kind, () => act.filterFindings(kind), kind)),
  );
}

/**
 * @param {string} words
 * @param {boolean} isOn
 * @param {() => void} onclick
 * @param {string} key
 */
function chip(words, isOn, onclick, key) {
  return h('button.chip', { key, type: 'button', 'aria-pressed': isOn ? 'true' : 'false', onclick }, words);
}

/**
 * @param {Screen} screen
 * @param {ShownFinding} finding
 */
function findingRow(screen, finding) {
  const { state, t, act } = screen;
  const canGo = state.can.fields && (finding.tag !== undefined || finding.text !== undefined);
  const words = [
    h('span.finding-kind', null, t(`kind.${finding.kind}`), finding.label ? ` · ${finding.label}` : ''),
    h('span.finding-message', null, finding.message),
  ];
  return h(
    `li.finding.${finding.severity}`,
    { key: finding.id, 'data-kind': finding.kind },
    icon(finding.severity),
    h(
      'div.finding-words',
      null,
      h('span.visually-hidden', null, t(`severity.${finding.severity}`)),
      canGo ? h('button.go', { type: 'button', title: t('findings.goTo'), onclick: () => act.goTo(finding) }, words) : h('div.go', null, words),
      finding.text ? h('p.sentence', null, shorten(finding.text)) : null,
      finding.hint ? h('p.hint', null, finding.hint) : null,
      h('p.code', null, [finding.code, finding.basis].filter(Boolean).join('　')),
      finding.fix === undefined || finding.fix === null ? null : fixRow(screen, finding, finding.fix.text),
    ),
  );
}

/** @param {string} text */
function shorten(text) {
  return text.length > 90 ? `${text.slice(0, 88)}……` : text;
}

/**
 * @param {Screen} screen
 * @param {ShownFinding} finding
 * @param {string} text
 */
function fixRow({ state, t, act }, finding, text) {
  const busy = state.busy[`fix ${finding.id}`];
  return h(
    'div.fix',
    null,
    h('p', null, h('span.fix-label', null, t('findings.fix')), text),
    finding.state === 'notWritten' ? h('p.problem', { role: 'status' }, t('findings.notWritten')) : null,
    !state.can.fields || finding.tag === undefined
      ? null
      : finding.state === 'applied'
        ? h('div.buttons', null, badge('success', t('findings.applied')), button(t('findings.undo'), { busy, onclick: () => act.undoFix(finding), key: 'undo' }))
        : button(t(finding.state === 'notWritten' ? 'common.retry' : 'findings.apply'), { busy, disabled: state.readOnly, onclick: () => act.applyFix(finding), key: 'apply' }),
  );
}

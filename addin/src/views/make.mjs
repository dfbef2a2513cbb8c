/** @import { Screen } from './parts.mjs' */
/** @import { MadeFile } from '../types.mjs' */

import { h } from '../dom.mjs';
import { offers, typeTitle } from '../pane.mjs';
import { badge, button, card, choice, diagnosticList, icon, needsCase, toggle } from './parts.mjs';

/** @param {Screen} screen */
export function makeView(screen) {
  const { state, t } = screen;
  if (state.open === null || state.type === null) {
    return needsCase(screen, 'make.title');
  }
  return [
    h('div.view-head', { key: 'head' }, h('h2', { tabindex: '-1' }, typeTitle(state))),
    checkCard(screen),
    makeCard(screen),
    state.make.files.length > 0 ? card(t('make.files'), { key: 'files' }, h('ul.files', null, state.make.files.map((file) => fileRow(screen, file)))) : null,
    state.make.diagnostics.length > 0 ? card(t('make.notes'), { key: 'notes' }, diagnosticList(screen, once(state.make.diagnostics))) : null,
    state.can.fields && offers(state, 'pdf') ? exportCard(screen) : null,
  ];
}

/** @param {Screen} screen */
function checkCard(screen) {
  const { state, t, act } = screen;
  const { check } = state.make;
  const own = check === null ? [] : diagnosticsOf(screen);
  return card(
    t('make.check'),
    { key: 'check', aside: check === null ? null : verdict(screen, own) },
    check === null ? h('p', null, t('make.check.detail')) : null,
    own.length > 0 ? diagnosticList(screen, own) : null,
    button(t(check === null ? 'make.checkNow' : 'make.checkAgain'), { busy: state.busy.check, onclick: act.checkCase, name: 'check' }),
  );
}

/** @param {Screen} screen */
function diagnosticsOf({ state }) {
  const { check } = state.make;
  if (check === null) {
    return [];
  }
  const inDocuments = (check.documents || []).reduce((all, each) => all.concat(each.diagnostics), /** @type {import('../types.mjs').Diagnostic[]} */ ([]));
  return once(check.diagnostics.concat(inDocuments.filter((each) => !check.diagnostics.some((known) => known.code === each.code && known.message === each.message))));
}

/** What the template finds missing says nothing new of a field whose lack is told already, in words for its author. */
const BY_TEMPLATE = ['PD2003', 'PD2004'];

/** @param {import('../types.mjs').Diagnostic[]} diagnostics */
function once(diagnostics) {
  return diagnostics.filter((each) => !BY_TEMPLATE.includes(each.code) || !diagnostics.some((other) => other.field === each.field && !BY_TEMPLATE.includes(other.code)));
}

/**
 * Counts what is shown below: a number that the list does not bear out would send a person looking.
 *
 * @param {Screen} screen
 * @param {import('../types.mjs').Diagnostic[]} shown
 */
function verdict({ t }, shown) {
  const errors = shown.filter((each) => each.severity === 'error').length;
  const warnings = shown.filter((each) => each.severity === 'warning').length;
  if (errors > 0) {
    return badge('error', t('make.errors', { count: errors }));
  }
  return warnings > 0 ? badge('warning', t('make.warnings', { count: warnings })) : badge('success', t('make.clean'));
}

/** @param {Screen} screen */
function makeCard(screen) {
  const { state, t, act } = screen;
  const { audience, draft } = state.make;
  const type = state.types.find((each) => each.id === state.type);
  const hasPublic = type !== undefined && type.audience.includes('public') && offers(state, 'public');
  return card(
    t('make.make'),
    { key: 'make' },
    hasPublic
      ? choice('audience', { label: t('make.audience'), value: audience, options: [['original', t('make.original')], ['public', t('make.public')]], onchange: act.useAudience })
      : null,
    hasPublic && audience === 'public' ? h('p.hint', null, t('make.public.detail')) : null,
    toggle(t('make.draft'), { id: 'draft', checked: draft, onchange: act.useDraft, hint: t('make.draft.detail') }),
    h(
      'div.buttons',
      null,
      state.can.open ? button(t('make.open'), { key: 'open', kind: 'primary', busy: state.busy.openInWord, onclick: act.openInWord, name: 'open-in-word' }) : null,
      state.can.insert ? button(t('make.insert'), { key: 'insert', busy: state.busy.insertInWord, disabled: state.readOnly, onclick: act.insertInWord, name: 'insert-in-word' }) : null,
      button(t(hasPublic && audience === 'public' ? 'make.files.makePublic' : 'make.files.make'), { key: 'files', kind: state.can.open ? undefined : 'primary', busy: state.busy.make, onclick: act.makeFiles, name: 'make' }),
    ),
  );
}

/** @param {Screen} screen */
function exportCard({ state, t, act }) {
  return card(t('make.export'), { key: 'export' }, h('p', null, t('make.export.detail')), button(t('make.export.do'), { busy: state.busy.exportPdf, onclick: act.exportPdf, name: 'export-pdf' }));
}

/**
 * @param {Screen} screen
 * @param {MadeFile} file
 */
function fileRow({ state, t, act }, file) {
  const size = file.bytes < 1024 * 1024 ? `${Math.max(1, Math.round(file.bytes / 1024))} KB` : `${(file.bytes / 1024 / 1024).toFixed(1)} MB`;
  return h(
    'li',
    { key: file.name },
    icon('document'),
    h('span.row-words', null, h('span.row-title', null, file.name), h('span.row-detail', null, [file.pages ? t('make.pages', { count: file.pages }) : '', size].filter(Boolean).join('　'))),
    button(t('make.download'), { busy: state.busy.download, onclick: () => act.downloadFile(file.name), label: t('make.downloadName', { name: file.name }), name: `download-${file.format}` }),
  );
}

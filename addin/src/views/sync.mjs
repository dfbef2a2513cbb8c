/** @import { Screen } from './parts.mjs' */
/** @import { ComparedField } from '../pane.mjs' */
/** @import { BlockChange } from '../types.mjs' */

import { chosenEdits, writesOf } from '../compare.mjs';
import { h } from '../dom.mjs';
import { badge, button, card, choice, diagnosticList, emptyState, filePicker, needsCase, shownValue, staleNote, toggle, waiting } from './parts.mjs';

/** @param {Screen} screen */
export function syncView(screen) {
  const { state, t, act } = screen;
  if (state.open === null) {
    return needsCase(screen, 'sync.title');
  }
  const { fields } = state.sync;
  const canRead = state.can.fields || state.findings.upload !== null;
  return [
    h('div.view-head', { key: 'head' }, h('h2', { tabindex: '-1' }, t('sync.title'))),
    state.can.fields ? null : filePicker(screen),
    canRead ? button(t(fields === null ? 'sync.compare' : 'sync.compareAgain'), { key: 'compare', kind: fields === null ? 'primary' : undefined, busy: state.busy.compare, onclick: act.compare, name: 'compare' }) : null,
    fields !== null ? staleNote(screen) : null,
    fields === null && state.busy.compare ? waiting(t('sync.comparing')) : null,
    fields === null && !state.busy.compare ? h('p.lead', { key: 'lead' }, t('sync.lead')) : null,
    fields === null ? null : comparison(screen, fields),
  ];
}

/**
 * @param {Screen} screen
 * @param {ComparedField[]} fields
 */
function comparison(screen, fields) {
  const { state, t } = screen;
  const same = fields.filter((row) => row.state === 'same').length;
  const different = fields.filter((row) => row.state !== 'same');
  /** @param {...ComparedField['state']} states */
  const rows = (...states) => different.filter((row) => states.includes(row.state));
  return [
    different.length === 0 && state.sync.blocks.length === 0 ? emptyState(t('sync.none'), t('sync.none.detail', { count: same })) : h('p.lead', { key: 'same' }, t('sync.same', { count: same })),
    section(screen, 'conflict', rows('conflict')),
    section(screen, 'update', rows('update')),
    section(screen, 'edited', rows('edited')),
    section(screen, 'gone', rows('gone', 'new')),
    blockSection(screen),
    state.sync.notes.length > 0 ? card(t('sync.notes'), { key: 'notes' }, diagnosticList(screen, state.sync.notes)) : null,
    different.length === 0 && state.sync.blocks.length === 0 ? null : actions(screen, fields),
  ];
}

/**
 * @param {Screen} screen
 * @param {'conflict' | 'update' | 'edited' | 'gone'} key
 * @param {ComparedField[]} rows
 */
function section(screen, key, rows) {
  const { state, t, act } = screen;
  if (rows.length === 0) {
    return null;
  }
  return card(
    t(`sync.${key}`),
    { key, aside: badge(key === 'conflict' ? 'error' : 'info', `${rows.length}`) },
    h('p.hint', null, t(`sync.${key}.detail`)),
    h('ul.compared', null, rows.slice(0, state.sync.shown).map((row) => comparedRow(screen, row))),
    rows.length > state.sync.shown ? button(t('sync.more', { count: rows.length - state.sync.shown }), { kind: 'quiet', onclick: act.showMoreFields, key: 'more' }) : null,
  );
}

/**
 * Paragraphs and rows that come, go or are worded otherwise.
 *
 * @param {Screen} screen
 */
function blockSection({ state, t }) {
  const { blocks, shown } = state.sync;
  if (blocks.length === 0) {
    return null;
  }
  return card(
    t('sync.blocks'),
    { key: 'blocks', aside: badge('info', `${blocks.length}`) },
    h('p.hint', null, t(state.can.fields ? 'sync.blocks.detail' : 'sync.blocks.file')),
    h('ul.compared', null, blocks.slice(0, shown).map((block, index) => blockRow(block, index, t))),
  );
}

/**
 * @param {BlockChange} block
 * @param {number} index
 * @param {Screen['t']} t
 */
function blockRow(block, index, t) {
  return h(
    'li',
    { key: index, 'data-block': block.kind },
    h('div.compared-head', null, h('div.go', null, h('span.compared-label', null, t(`sync.block.${block.kind}`, { paragraph: block.paragraph }))), block.canBeMade ? null : badge('warning', t('sync.block.left'))),
    h(
      'span.texts',
      null,
      block.kind === 'insert' ? null : h('del', null, shownValue(block.document, t)),
      block.kind === 'remove' ? null : h('ins', null, shownValue(block.current, t)),
    ),
  );
}

/**
 * @param {Screen} screen
 * @param {ComparedField} row
 */
function comparedRow(screen, row) {
  const { state, t, act } = screen;
  const id = `${row.tag}-${row.occurrence}-${row.state}`;
  const head = [h('span.compared-label', null, row.label), row.places.length > 1 ? h('span.compared-count', null, t('sync.places', { count: row.places.length })) : null];
  return h(
    'li',
    { key: id, 'data-state': row.state, 'data-field': row.field },
    h(
      'div.compared-head',
      null,
      state.can.fields && row.state !== 'gone' && row.state !== 'new' ? h('button.go', { type: 'button', title: t('findings.goTo'), onclick: () => act.goToField(row) }, head) : h('div.go', null, head),
      row.outcome === undefined ? null : badge(row.outcome === 'notWritten' || row.outcome === 'changed' ? 'error' : 'success', t(`outcome.${row.outcome}`)),
    ),
    decision(screen, row, id),
  );
}

/**
 * @param {Screen} screen
 * @param {ComparedField} row
 * @param {string} id
 */
function decision(screen, row, id) {
  switch (row.state) {
    case 'conflict':
      return conflictChoice(screen, row, id);
    case 'gone':
    case 'new':
      return h('p.hint', null, screen.t(`sync.${row.state}.row`));
    default:
      return difference(screen, row, id);
  }
}

/**
 * Before and after, with a box to tick.
 *
 * @param {Screen} screen
 * @param {ComparedField} row
 * @param {string} id
 */
function difference({ t, act }, row, id) {
  const isUpdate = row.state === 'update';
  const [before, after] = isUpdate ? [row.document, row.current] : [row.current, row.document];
  const chosen = isUpdate ? 'case' : 'document';
  const texts = h('span.texts', null, h('del', null, shownValue(before, t)), h('ins', null, shownValue(after, t)));
  if (!isUpdate && !row.canSave) {
    return h('div', null, texts, h('p.hint', null, t('sync.derived.row')));
  }
  return h(
    'label.difference',
    { for: `choose-${id}` },
    h('input', {
      id: `choose-${id}`,
      type: 'checkbox',
      checked: row.choice === chosen,
      'aria-label': t(isUpdate ? 'sync.takeCase' : 'sync.takeDocument', { label: row.label }),
      onchange: (/** @type {Event} */ event) => act.choose(row, /** @type {HTMLInputElement} */ (event.target).checked ? chosen : 'later'),
    }),
    texts,
  );
}

/**
 * @param {Screen} screen
 * @param {ComparedField} row
 * @param {string} id
 */
function conflictChoice({ t, act }, row, id) {
  /** @type {[string, string]} */
  const documentOption = ['document', t('sync.useDocument', { value: shownValue(row.document, t) })];
  return choice(`choose-${id}`, {
    label: t('sync.decide'),
    value: row.choice,
    options: [
      ...(row.canSave ? [documentOption] : []),
      ['case', t('sync.useCase', { value: shownValue(row.current, t) })],
      ['later', t('sync.useLater')],
    ],
    onchange: (value) => act.choose(row, value === 'document' || value === 'case' ? value : 'later'),
  });
}

/**
 * @param {Screen} screen
 * @param {ComparedField[]} fields
 */
function actions({ state, t, act }, fields) {
  const blocks = state.sync.blocks.filter((each) => each.canBeMade).length;
  const updates = state.can.fields ? writesOf(fields).length : fields.filter((row) => row.state === 'update').reduce((sum, row) => sum + row.places.length, blocks);
  const opens = state.can.fields && state.can.open && blocks > 0;
  const edits = chosenEdits(fields).length;
  return h(
    'div.bar.stacked',
    { key: 'actions' },
    (state.can.track && updates > 0) || opens ? toggle(t('sync.track'), { id: 'track', checked: state.sync.track, onchange: act.useTracking }) : null,
    state.can.fields ? null : h('p.hint', { key: 'file-hint' }, t('sync.file.detail')),
    h(
      'div.buttons',
      { key: 'buttons' },
      // Where entries of a list have moved, fields written without their rows would say one entry twice.
      opens
        ? button(t('sync.openRefreshed', { count: blocks }), { kind: 'primary', busy: state.busy.openRefreshed, onclick: act.openRefreshed, name: 'open-refreshed' })
        : button(t(state.can.fields ? 'sync.refresh' : 'sync.refreshFile', { count: updates }), { kind: 'primary', disabled: updates === 0 || state.readOnly, busy: state.busy.refresh, onclick: act.refreshDocument, name: 'refresh' }),
      button(t('sync.save', { count: edits }), { disabled: edits === 0, busy: state.busy.saveEdits, onclick: act.saveEdits, name: 'save-edits' }),
    ),
  );
}

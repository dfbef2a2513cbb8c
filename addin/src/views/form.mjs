/** @import { Screen } from './parts.mjs' */
/** @import { FormField } from '../types.mjs' */
/** @import { FormConflict } from '../pane.mjs' */

import { h } from '../dom.mjs';
import { changesOf, fieldsOf, isOpenNumber, missingCount, numberField, textOf } from '../fields.mjs';
import { typeTitle } from '../pane.mjs';
import { badge, button, card, choice, emptyState, icon, needsCase, searchBox, shownValue, toggle, waiting } from './parts.mjs';
import { traceCard } from './trace.mjs';

/** @param {Screen} screen */
export function formView(screen) {
  const { state, t, act } = screen;
  const { description, values, onlyMissing, query, conflicts } = state.form;
  if (state.open === null || state.type === null) {
    return needsCase(screen, 'form.title');
  }
  if (description === null) {
    return [h('h2', { key: 'title', tabindex: '-1' }, typeTitle(state)), state.busy.form ? waiting(t('common.loading')) : button(t('common.retry'), { onclick: act.loadForm })];
  }
  const missing = missingCount(description, values);
  const shown = description.groups
    .map((group) => ({ ...group, fields: group.fields.filter((field) => isShown(field, { query, onlyMissing, values })) }))
    .filter((group) => group.fields.length > 0);
  return [
    h(
      'div.view-head',
      { key: 'head' },
      h('h2', { tabindex: '-1' }, t('form.title')),
      missing > 0 ? badge('warning', t('form.missing', { count: missing })) : waitsForNumber(screen) ? badge('warning', t('form.number.open')) : badge('success', t('form.complete')),
    ),
    conflicts.length > 0 ? conflictCard(screen, conflicts) : null,
    searchBox(t('form.search'), { id: 'field-search', value: query, oninput: act.filterFields }),
    toggle(t('form.onlyMissing'), { id: 'only-missing', checked: onlyMissing, onchange: act.showOnlyMissing }),
    shown.length === 0 ? emptyState(t(query === '' ? 'form.nothing' : 'form.notFound'), t(query === '' ? 'form.nothing.detail' : 'form.notFound.detail'), button(t('form.goOn'), { kind: 'primary', onclick: () => act.show('make') })) : null,
    shown.map((group) =>
      h('fieldset.group', { key: `group-${group.label}` }, h('legend', null, group.label), group.fields.map((field) => fieldRow(screen, field))),
    ),
    saveBar(screen),
  ];
}

/**
 * The register would give a number that nobody has taken into the form yet.
 *
 * @param {Screen} screen
 */
function waitsForNumber({ state }) {
  const { register, description, values } = state.form;
  const number = description === null || register === null ? undefined : fieldsOf(description).find((field) => field.field === numberField(state.type || ''));
  return number !== undefined && ['', 'auto'].includes(textOf(number, values));
}

/**
 * @param {FormField} field
 * @param {{ query: string, onlyMissing: boolean, values: Record<string, string> }} filter
 */
function isShown(field, { query, onlyMissing, values }) {
  if (query !== '') {
    return field.label.includes(query) || field.field.includes(query);
  }
  // A field stays while it is being filled; a number that is still to be taken is missing too.
  return !onlyMissing || field.missing || isOpenNumber(field) || values[field.field] !== undefined;
}

/**
 * @param {Screen} screen
 * @param {FormField} field
 */
function fieldRow(screen, field) {
  const { state, t, act } = screen;
  const problem = state.form.problems[field.field] || '';
  const id = `field-${field.field}`;
  const traced = state.trace !== null && state.trace.tag === field.field;
  return h(
    'div.field',
    { key: field.field, class: [problem === '' ? '' : 'invalid', field.missing && field.required ? 'missing' : ''].join(' ') },
    h(
      'div.field-head',
      null,
      h('label', { for: id }, field.label, field.required ? h('span.required', { title: t('form.required') }, ' *') : null),
      field.pii ? h('span.pii', { title: t('form.pii') }, icon('shield'), h('span.visually-hidden', null, t('form.pii'))) : null,
      h('button.trace', { type: 'button', 'aria-expanded': traced ? 'true' : 'false', 'aria-label': t('trace.ask', { label: field.label }), title: t('trace.title'), onclick: () => (traced ? act.closeTrace() : act.traceField(field.field, textOf(field, state.form.values))) }, icon('link')),
    ),
    input(screen, field, id),
    numberRow(screen, field),
    problem !== '' ? h('p.problem', { id: `${id}-problem`, role: 'status' }, problem) : null,
    problem === '' && hintOf(screen, field) !== '' ? h('p.hint', { id: `${id}-hint` }, hintOf(screen, field)) : null,
    traced ? traceCard(screen, `trace-${field.field}`) : null,
  );
}

/**
 * What the register would give, where the field holds a number that is not taken yet.
 *
 * @param {Screen} screen
 * @param {FormField} field
 */
function numberRow({ state, t, act }, field) {
  const { register, values } = state.form;
  const text = textOf(field, values);
  if (register === null || field.field !== numberField(state.type || '')) {
    return null;
  }
  const own = register.document.number;
  if (text !== '' && text !== 'auto') {
    return own !== undefined && own.number === text ? h('p.hint', { key: 'number', role: 'status' }, t('form.number.own')) : null;
  }
  if (state.session !== null && state.session.role === 'reviewer') {
    return null;
  }
  const label = own === undefined ? t('form.number.take', { number: register.document.next }) : t('form.number.fill', { number: own.number });
  return h('div.inline', { key: 'number' }, button(label, { busy: state.busy.number, onclick: act.takeNumber, name: 'take-number' }));
}

/**
 * @param {Screen} screen
 * @param {FormField} field
 */
function hintOf({ t }, field) {
  if (field.help) {
    return field.help;
  }
  switch (field.kind) {
    case 'date':
      return t(field.format === 'partial-date' ? 'field.partialDate' : 'field.date.hint');
    case 'money':
      return t('field.money.hint');
    default:
      return '';
  }
}

/**
 * @param {Screen} screen
 * @param {FormField} field
 * @param {string} id
 */
function input({ state, t, act }, field, id) {
  const value = textOf(field, state.form.values);
  const problem = state.form.problems[field.field];
  /** @param {Event} event */
  const typed = (event) => act.typeField(field.field, /** @type {HTMLInputElement} */ (event.target).value);
  const shared = {
    id,
    name: field.field,
    value,
    required: field.required,
    'aria-invalid': problem ? 'true' : null,
    'aria-describedby': problem ? `${id}-problem` : `${id}-hint`,
    onchange: () => act.leaveField(field.field),
  };
  switch (field.kind) {
    case 'choice':
    case 'flag': {
      const choices = field.kind === 'flag' ? [{ value: 'true', label: t('common.yes') }, { value: 'false', label: t('common.no') }] : field.choices || [];
      return h('select', { ...shared, onchange: typed }, h('option', { value: '' }, t('form.choose')), choices.map((each) => h('option', { key: each.value, value: each.value }, each.label)));
    }
    case 'multiline':
      return h('textarea', { ...shared, rows: Math.min(8, Math.max(3, Math.ceil(value.length / 24))), oninput: typed });
    default:
      return h('input', {
        ...shared,
        type: 'text',
        inputmode: field.kind === 'number' || field.kind === 'money' ? 'decimal' : null,
        placeholder: field.kind === 'date' ? (field.format === 'partial-date' ? '2026-05' : '2026-05-01') : null,
        autocomplete: 'off',
        spellcheck: 'false',
        oninput: typed,
      });
  }
}

/**
 * @param {Screen} screen
 * @param {FormConflict[]} conflicts
 */
function conflictCard({ state, t, act }, conflicts) {
  const isDecided = conflicts.every((each) => each.choice !== null);
  return card(
    t('form.conflict'),
    { key: 'conflicts' },
    h('p', null, t('form.conflict.detail')),
    conflicts.map((each) =>
      h(
        'div.versus',
        { key: each.field },
        choice(`conflict-${each.field}`, {
          label: each.label,
          value: each.choice || '',
          options: [
            ['mine', t('form.mine', { value: shownValue(each.mine, t) })],
            ['theirs', t('form.theirs', { value: shownValue(each.theirs, t) })],
          ],
          onchange: (value) => act.chooseVersion(each.field, value === 'mine' ? 'mine' : 'theirs'),
        }),
      ),
    ),
    button(t('form.settle'), { kind: 'primary', disabled: !isDecided, busy: state.busy.save, onclick: act.settleConflicts, name: 'settle' }),
  );
}

/** @param {Screen} screen */
function saveBar({ state, t, act }) {
  const { description, values } = state.form;
  const { changes, problems } = description === null ? { changes: [], problems: {} } : changesOf(description, values);
  const count = changes.length + Object.keys(problems).length;
  const isAllMissing = description !== null && fieldsOf(description).some((field) => field.missing);
  return h(
    'div.bar',
    { key: 'bar' },
    h('p', { role: 'status' }, count > 0 ? t('form.unsaved', { count }) : state.form.savedAt !== '' ? t('form.saved') : ''),
    button(t('form.save'), { kind: 'primary', disabled: count === 0, busy: state.busy.save, onclick: act.saveForm, name: 'save' }),
    count > 0 ? button(t('form.forget'), { kind: 'quiet', onclick: act.forgetTyped, key: 'forget' }) : null,
    count === 0 && !isAllMissing ? button(t('form.goOn'), { onclick: () => act.show('make'), key: 'go-on' }) : null,
  );
}

/**
 * Pieces that several views are made of.
 *
 * @import { Actions } from '../work/actions.mjs'
 * @import { State } from '../pane.mjs'
 * @import { Content } from '../dom.mjs'
 * @import { Diagnostic } from '../types.mjs'
 * @import { Texts, TextKey } from '../text.mjs'
 *
 * @typedef {{ state: State, t: Texts, act: Actions }} Screen
 */

import { h } from '../dom.mjs';

/** Drawn on a grid of 20 by 20. */
const SHAPES = {
  search: 'M8.5 3a5.5 5.5 0 1 0 3.4 9.8l3.7 3.7 1-1-3.7-3.7A5.5 5.5 0 0 0 8.5 3Zm0 1.5a4 4 0 1 1 0 8 4 4 0 0 1 0-8Z',
  error: 'M10 2a8 8 0 1 0 0 16 8 8 0 0 0 0-16Zm-.8 4h1.6v5H9.2V6Zm.8 8.3a1 1 0 1 1 0-2 1 1 0 0 1 0 2Z',
  warning: 'M10 2.5 1.8 17h16.4L10 2.5Zm-.8 5.7h1.6v4.3H9.2V8.2Zm.8 7.1a.9.9 0 1 1 0-1.8.9.9 0 0 1 0 1.8Z',
  info: 'M10 2a8 8 0 1 0 0 16 8 8 0 0 0 0-16Zm0 3.7a1 1 0 1 1 0 2 1 1 0 0 1 0-2ZM9.2 9h1.6v5.5H9.2V9Z',
  success: 'M10 2a8 8 0 1 0 0 16 8 8 0 0 0 0-16Zm4 5.9-4.9 5.5-3-2.9 1.1-1.1 1.8 1.8L12.9 7 14 7.9Z',
  close: 'm5.2 4.2 4.8 4.7 4.8-4.7 1 1L11.1 10l4.7 4.8-1 1L10 11.1l-4.8 4.7-1-1L8.9 10 4.2 5.2l1-1Z',
  next: 'm7.5 4.2 1-1L15.3 10l-6.8 6.8-1-1L13.2 10 7.5 4.2Z',
  document: 'M5 2h6l4 4v12H5V2Zm5.3 1.5H6.5v13h7V7h-3.2V3.5Z',
  shield: 'M10 2 4 4.2v5c0 4 2.5 7 6 8.8 3.500-1.800 6-4.800 6-8.800v-5L10 2Zm0 1.6 4.500 1.700v3.900c0 3-1.700 5.400-4.500 7.100V3.600Z',
  place: 'M10 2a5.500 5.500 0 0 0-5.500 5.500C4.500 11.600 10 18 10 18s5.500-6.400 5.500-10.500A5.500 5.500 0 0 0 10 2Zm0 7.500a2 2 0 1 1 0-4 2 2 0 0 1 0 4Z',
  link: 'M8 5H5a4 4 0 0 0 0 8h3v-1.500H5a2.500 2.500 0 0 1 0-5h3V5Zm4 0v1.500h3a2.500 2.500 0 0 1 0 5h-3V13h3a4 4 0 0 0 0-8h-3ZM6.500 8.300v1.500h7V8.300h-7Z',
};

/** @param {keyof typeof SHAPES} name */
export function icon(name) {
  return h('svg', { class: `icon icon-${name}`, viewBox: '0 0 20 20', 'aria-hidden': 'true', focusable: 'false' }, h('path', { d: SHAPES[name] }));
}

/**
 * @param {Content} label
 * @param {{ onclick: () => unknown, kind?: 'primary' | 'quiet', busy?: boolean, disabled?: boolean, key?: string, title?: string, label?: string, name?: string }} options
 */
export function button(label, { onclick, kind, busy, disabled, key, title, label: spoken, name }) {
  return h(
    `button.button${kind === undefined ? '' : `.${kind}`}`,
    // A busy button keeps the focus: a disabled one would lose it.
    { key, type: 'button', title, name, 'aria-label': spoken, 'aria-busy': busy ? 'true' : null, disabled: disabled === true, onclick: () => (busy ? undefined : onclick()) },
    busy ? h('span.spinner', { 'aria-hidden': 'true' }) : null,
    h('span', null, label),
  );
}

/**
 * @param {string} title
 * @param {{ key: string, aside?: Content }} options
 * @param {...Content} content
 */
export function card(title, { key, aside }, ...content) {
  return h('section.card', { key, 'aria-labelledby': `title-${key}` }, h('div.card-head', null, h('h3', { id: `title-${key}` }, title), aside), content);
}

/**
 * @param {string} label
 * @param {{ id: string, value: string, oninput: (text: string) => void }} options
 */
export function searchBox(label, { id, value, oninput }) {
  return h(
    'div.search',
    { key: id },
    icon('search'),
    h('input', {
      id,
      type: 'search',
      value,
      placeholder: label,
      'aria-label': label,
      autocomplete: 'off',
      spellcheck: 'false',
      oninput: (/** @type {InputEvent} */ event) => oninput(/** @type {HTMLInputElement} */ (event.target).value),
    }),
  );
}

/**
 * @param {string} label
 * @param {{ checked: boolean, onchange: (on: boolean) => void, id: string, hint?: string }} options
 */
export function toggle(label, { checked, onchange, id, hint }) {
  return h(
    'div.toggle',
    { key: id },
    h('input', { id, type: 'checkbox', checked, onchange: (/** @type {Event} */ event) => onchange(/** @type {HTMLInputElement} */ (event.target).checked) }),
    h('label', { for: id }, label, hint === undefined ? null : h('small', null, hint)),
  );
}

/**
 * One of a few, side by side.
 *
 * @param {string} name
 * @param {{ label: string, value: string, options: [string, string][], onchange: (value: string) => void }} options
 */
export function choice(name, { label, value, options, onchange }) {
  return h(
    'fieldset.choice',
    { key: name },
    h('legend', null, label),
    h(
      'div.segments',
      null,
      options.map(([each, words]) =>
        h(
          'label.segment',
          { key: each },
          h('input', { type: 'radio', name, value: each, checked: value === each, onchange: () => onchange(each) }),
          h('span', null, words),
        ),
      ),
    ),
  );
}

/**
 * @param {'error' | 'warning' | 'info' | 'success'} tone
 * @param {Content} words
 */
export function badge(tone, words) {
  return h(`span.badge.${tone}`, null, words);
}

/**
 * @param {Screen} screen
 * @param {Diagnostic[]} diagnostics
 */
export function diagnosticList({ state, t, act }, diagnostics) {
  return h(
    'ul.diagnostics',
    null,
    diagnostics.map((each, index) =>
      h(
        `li.${each.severity}`,
        { key: `${index}` },
        icon(each.severity),
        h(
          'div',
          null,
          h('span.visually-hidden', null, t(`severity.${each.severity}`)),
          h('p', null, each.message),
          each.hint === undefined || each.hint === null || isPathOnly(state, each) ? null : h('p.hint', null, each.hint),
          each.sentence ? h('p.sentence', null, marked(each.sentence)) : null,
          h('p.code', null, [each.code, placeOf(each), each.basis].filter(Boolean).join('　')),
          isInForm(state, each.field) ? h('button.fill', { type: 'button', onclick: () => act.fillField(each.field || '') }, t('form.fill')) : null,
        ),
      ),
    ),
  );
}

/**
 * Where the pane leads to the field itself, its path in the file is nobody's business.
 *
 * @param {State} state
 * @param {Diagnostic} diagnostic
 */
function isPathOnly(state, { field, hint }) {
  return field !== undefined && hint !== undefined && hint.includes(field) && isInForm(state, field);
}

/**
 * @param {State} state
 * @param {string | undefined} field
 */
function isInForm({ form }, field) {
  return field !== undefined && form.description !== null && form.description.groups.some((group) => group.fields.some((each) => each.field === field));
}

/**
 * The sentence meant, with the words meant in it.
 *
 * @param {NonNullable<Diagnostic['sentence']>} sentence
 */
function marked({ text, marks = [] }) {
  /** @type {Content[]} */
  const pieces = [];
  let at = 0;
  for (const { start, length } of marks) {
    pieces.push(text.slice(at, start), h('mark', { key: `${start}` }, text.slice(start, start + length)));
    at = start + length;
  }
  return pieces.concat(text.slice(at));
}

/** @param {Diagnostic} diagnostic */
function placeOf({ file, line }) {
  const name = (file || '').split(/[\\/]/).pop() || '';
  return line ? `${name}:${line}` : name;
}

/**
 * @param {string} title
 * @param {string} detail
 * @param {...Content} more
 */
export function emptyState(title, detail, ...more) {
  return h('div.empty', { key: 'empty' }, h('p.empty-title', null, title), h('p', null, detail), more);
}

/** @param {string} words */
export function waiting(words) {
  return h('p.waiting', { key: 'waiting', role: 'status' }, h('span.spinner', { 'aria-hidden': 'true' }), words);
}

/**
 * Where there is no open document: a document from a file.
 *
 * @param {Screen} screen
 */
export function filePicker({ state, t, act }) {
  const { upload } = state.findings;
  /** @param {FileList | null | undefined} files */
  const take = (files) => {
    if (files && files[0]) {
      void act.pickFile(files[0]);
    }
  };
  return h(
    'div.picker',
    {
      key: 'picker',
      ondragover: (/** @type {DragEvent} */ event) => event.preventDefault(),
      ondrop: (/** @type {DragEvent} */ event) => {
        event.preventDefault();
        take(event.dataTransfer && event.dataTransfer.files);
      },
    },
    icon('document'),
    upload === null ? h('p', null, t('upload.invite')) : h('p.picked', null, upload.name),
    h(
      'label.button',
      { key: 'pick' },
      h('input.visually-hidden', {
        type: 'file',
        name: 'document',
        accept: '.docx',
        onchange: (/** @type {Event} */ event) => {
          const input = /** @type {HTMLInputElement} */ (event.target);
          take(input.files);
          // The same file, edited and picked again, is a change too.
          input.value = '';
        },
      }),
      h('span', null, t(upload === null ? 'upload.pick' : 'upload.pickOther')),
    ),
  );
}

/**
 * @param {Screen} screen
 * @param {TextKey} title
 */
export function needsCase({ t, act }, title) {
  return [h('h2', { key: 'title', tabindex: '-1' }, t(title)), emptyState(t('need.case'), t('need.case.detail'), button(t('need.case.go'), { kind: 'primary', onclick: () => act.show('cases') }))];
}

/**
 * @param {import('../types.mjs').FieldValue | undefined} value
 * @param {Texts} t
 */
export function shownValue(value, t) {
  if (value === true || value === false) {
    return t(value ? 'common.yes' : 'common.no');
  }
  return value === null || value === undefined || value === '' ? t('common.nothing') : String(value);
}

/**
 * The document has been edited since it was read.
 *
 * @param {Screen} screen
 */
export function staleNote({ state, t }) {
  return state.findings.stale ? h('p.note', { key: 'stale', role: 'status' }, icon('info'), t('document.stale')) : null;
}

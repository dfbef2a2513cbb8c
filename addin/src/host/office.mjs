/**
 * Word, through Office.js: the only module that touches it.
 *
 * Baseline WordApi 1.3 with the Common API, which is what Office 2019 and LTSC 2021 have; what asks for more is asked for
 * first. Every operation is a fixed number of round trips however many controls there are: one load, one sync, and one more
 * of each to read back what was written, because Word may silently not write.
 *
 * @import { DocumentHost, FieldWrite, WriteOutcome } from '../types.mjs'
 */

import { toBase64 } from '../api.mjs';
import { readWholeFile } from './office-file.mjs';
import { settingsOf, xmlPartsOf } from './office-common.mjs';
import { HostError, TAG_PREFIX, numbered, plain, queue } from './trouble.mjs';

const AUTO_OPEN = 'Office.AutoShowTaskpaneWithDocument';

/** Word's search takes at most 255 characters; the start of a sentence finds it as well. */
const LONGEST_SEARCH = 120;

/** @type {Record<string, import('./trouble.mjs').Trouble>} */
const TROUBLES = { AccessDenied: 'protected', NotAllowed: 'protected', ItemNotFound: 'absent', InvalidRequestContext: 'noDocument' };

/**
 * Waits for Word; null where this page is not in Word at all.
 *
 * @param {number} patience milliseconds: without a bridge to Word the promise of Office.js never settles
 * @returns {Promise<DocumentHost | null>}
 */
export async function startOffice(patience) {
  const info = await Promise.race([Office.onReady(), after(patience)]);
  if (info === undefined) {
    throw new HostError('noBridge');
  }
  if (!info.host) {
    return null;
  }
  if (info.host !== Office.HostType.Word || !supports('WordApi', '1.3')) {
    throw new HostError('tooOld');
  }
  return wordHost();
}

/** @returns {DocumentHost} */
function wordHost() {
  const inTurn = queue();
  const parts = xmlPartsOf(Office.context.document);
  const settings = settingsOf(Office.context.document);

  /**
   * @template Result
   * @param {(context: Word.RequestContext) => Promise<Result>} work
   * @returns {Promise<Result>}
   */
  const run = (work) => inTurn(() => Word.run(work).catch((error) => Promise.reject(translated(error))));

  return {
    kind: 'office',
    can: {
      open: true,
      insert: true,
      fields: true,
      track: supports('WordApi', '1.4'),
      autoOpen: true,
      boxes: true,
      openLink: true,
    },
    state: async () => ({ readOnly: Office.context.document.mode === Office.DocumentMode.ReadOnly }),
    open: (docx) => run((context) => openDocument(context, docx)),
    insertDocument: (docx) => run((context) => insertDocument(context, docx)),
    insertClause: (clause) => run((context) => insertClause(context, clause)),
    listFields: () => run(listFields),
    setFields: (writes, options) => run((context) => setFields(context, writes, options.track && supports('WordApi', '1.4'))),
    selectField: (tag, occurrence) => run((context) => selectField(context, tag, occurrence)),
    selectText: (text) => run((context) => selectText(context, text)),
    fieldAtCursor: () => run(fieldAtCursor),
    onCursorMoved,
    getFile: () => inTurn(() => readWholeFile(Office.context.document)),
    getXml: (namespace) => inTurn(() => parts.get(namespace)),
    setXml: (namespace, xml) => inTurn(() => parts.replace(namespace, xml)),
    showBoxes: (show) => run((context) => showBoxes(context, show)),
    opensWithDocument: async () => settings.get(AUTO_OPEN) === true,
    openWithDocument: (on) => inTurn(() => settings.set(AUTO_OPEN, on)),
    openLink,
  };
}

/**
 * @param {Word.RequestContext} context
 * @param {Uint8Array} docx
 */
async function openDocument(context, docx) {
  // A new window keeps headers and footers, which an insertion loses by design.
  context.application.createDocument(toBase64(docx)).open();
  await context.sync();
}

/**
 * @param {Word.RequestContext} context
 * @param {Uint8Array} docx
 */
async function insertDocument(context, docx) {
  // After the selection, so that nothing a person has marked is lost.
  context.document.getSelection().getRange('End').insertFileFromBase64(toBase64(docx), 'Start');
  await context.sync();
}

/**
 * @param {Word.RequestContext} context
 * @param {{ text: string, ooxml: string }} clause
 */
async function insertClause(context, clause) {
  context.document.getSelection().getRange('End').insertOoxml(clause.ooxml, 'Start');
  await context.sync();
}

/** @param {Word.RequestContext} context */
async function listFields(context) {
  const controls = context.document.contentControls;
  controls.load('items/tag,items/title,items/text,items/placeholderText,items/cannotEdit');
  await context.sync();
  return numbered(
    controls.items.map((each) => ({ tag: each.tag || '', title: each.title || '', text: shownText(each), locked: each.cannotEdit })),
  );
}

/**
 * An empty control shows its placeholder, and Word gives that as its text.
 *
 * @param {Word.ContentControl} control with text and placeholder loaded
 */
function shownText(control) {
  return control.text === control.placeholderText ? '' : plain(control.text);
}

/**
 * @param {Word.RequestContext} context
 * @param {FieldWrite[]} writes
 * @param {boolean} track
 * @returns {Promise<WriteOutcome[]>}
 */
async function setFields(context, writes, track) {
  const controls = context.document.contentControls;
  controls.load('items/tag,items/text,items/cannotEdit,items/parentBody/type');
  if (track) {
    context.document.load('changeTrackingMode');
  }
  await context.sync();

  const found = new Map(
    numbered(controls.items.map((control) => ({ tag: control.tag || '', control }))).map((each) => [`${each.tag} ${each.occurrence}`, each.control]),
  );
  const places = writes.map((write) => ({ write, control: found.get(`${write.tag} ${write.occurrence}`) }));
  const before = new Map(places.map((place) => [place.write, place.control ? plain(place.control.text) : null]));
  const known = /** @type {Place[]} */ (places.filter((place) => place.control !== undefined));
  const mode = track ? context.document.changeTrackingMode : null;
  if (track) {
    context.document.changeTrackingMode = 'TrackAll';
  }
  try {
    // Headers and footers last: Word mixes the two up when they alternate.
    await writeAll(context, [...known.filter((place) => !isMargin(place)), ...known.filter(isMargin)]);
  } finally {
    if (mode !== null) {
      context.document.changeTrackingMode = mode;
      await context.sync();
    }
  }
  return readBack(context, writes, known, { before, track });
}

/** @typedef {{ write: FieldWrite, control: Word.ContentControl }} Place */

/** @param {Place} place */
function isMargin({ control }) {
  return control.parentBody.type === 'Header' || control.parentBody.type === 'Footer';
}

/**
 * All at once; where that fails, each half on its own, so that one control costs only itself.
 *
 * @param {Word.RequestContext} context
 * @param {Place[]} places
 * @returns {Promise<void>}
 */
async function writeAll(context, places) {
  for (const { write, control } of places) {
    writeText(control, write.text);
  }
  try {
    await context.sync();
  } catch (error) {
    if (translated(error).trouble === 'protected') {
      throw error;
    }
    if (places.length > 1) {
      const half = Math.ceil(places.length / 2);
      await writeAll(context, places.slice(0, half));
      await writeAll(context, places.slice(half));
    }
  }
}

/**
 * @param {Word.ContentControl} control
 * @param {string} text
 */
function writeText(control, text) {
  const isLocked = control.cannotEdit;
  if (isLocked) {
    control.cannotEdit = false;
  }
  const [first, ...rest] = text.split('\n');
  if (text === '') {
    control.clear();
  } else {
    control.insertText(first, 'Replace');
  }
  for (const line of rest) {
    control.insertBreak('Line', 'End');
    control.insertText(line, 'End');
  }
  if (isLocked) {
    control.cannotEdit = true;
  }
}

/**
 * @param {Word.RequestContext} context
 * @param {FieldWrite[]} writes
 * @param {Place[]} known
 * @param {{ before: Map<FieldWrite, string | null>, track: boolean }} past
 * @returns {Promise<WriteOutcome[]>}
 */
async function readBack(context, writes, known, past) {
  for (const { control } of known) {
    control.load('text,placeholderText');
  }
  await context.sync();
  const controls = new Map(known.map((place) => [place.write, place.control]));
  return writes.map((write) => {
    const control = controls.get(write);
    const after = control === undefined ? null : shownText(control);
    // Text that is deleted under tracked changes still stands in the control until someone accepts.
    const written = after !== null && (after === plain(write.text) || (past.track && after.includes(plain(write.text))));
    return { tag: write.tag, occurrence: write.occurrence, written, before: past.before.get(write) || null, after };
  });
}

/**
 * @param {Word.RequestContext} context
 * @param {string} tag
 * @param {number} occurrence
 */
async function selectField(context, tag, occurrence) {
  const controls = context.document.contentControls.getByTag(tag);
  controls.load('items/tag');
  await context.sync();
  const control = controls.items[occurrence] || controls.items[0];
  if (control === undefined) {
    return false;
  }
  control.select('Select');
  await context.sync();
  return true;
}

/**
 * @param {Word.RequestContext} context
 * @param {string} text
 */
async function selectText(context, text) {
  // A caret opens a code of Word's search.
  const wanted = text.split('\n')[0].slice(0, LONGEST_SEARCH).replace(/\^/g, '^^');
  const found = context.document.body.search(wanted, { matchCase: true }).getFirstOrNullObject();
  found.load('text');
  await context.sync();
  if (found.isNullObject) {
    return false;
  }
  found.select('Select');
  await context.sync();
  return true;
}

/** @param {Word.RequestContext} context */
async function fieldAtCursor(context) {
  const inner = context.document.getSelection().parentContentControlOrNullObject;
  inner.load('tag,text');
  await context.sync();
  return !inner.isNullObject && (inner.tag || '').startsWith(TAG_PREFIX) ? { tag: inner.tag, text: plain(inner.text) } : null;
}

/**
 * @param {Word.RequestContext} context
 * @param {boolean} show
 */
async function showBoxes(context, show) {
  const controls = context.document.contentControls;
  controls.load('items/tag');
  await context.sync();
  for (const control of controls.items) {
    if ((control.tag || '').startsWith(TAG_PREFIX)) {
      control.appearance = show ? 'BoundingBox' : 'Hidden';
    }
  }
  await context.sync();
}

/**
 * A hint that the cursor moved, never the truth about where it is.
 *
 * @param {() => void} listener
 * @returns {Promise<() => void>}
 */
function onCursorMoved(listener) {
  return new Promise((resolve) => {
    const handler = () => listener();
    Office.context.document.addHandlerAsync(Office.EventType.DocumentSelectionChanged, handler, () =>
      resolve(() => Office.context.document.removeHandlerAsync(Office.EventType.DocumentSelectionChanged, { handler })),
    );
  });
}

/** @param {string} address */
function openLink(address) {
  if (supports('OpenBrowserWindowApi', '1.1')) {
    Office.context.ui.openBrowserWindow(address);
  } else {
    window.open(address, '_blank', 'noopener');
  }
}

/**
 * @param {string} set
 * @param {string} version
 */
function supports(set, version) {
  return Office.context.requirements.isSetSupported(set, version);
}

/** @param {any} error */
function translated(error) {
  if (error instanceof HostError) {
    return error;
  }
  return new HostError((error && TROUBLES[error.code]) || 'failed', error ? [error.code, error.message].filter(Boolean).join(' ') : '');
}

/**
 * @param {number} milliseconds
 * @returns {Promise<undefined>}
 */
function after(milliseconds) {
  return new Promise((resolve) => setTimeout(resolve, milliseconds, undefined));
}

/**
 * WPS, through its object model, which is that of Word's automation and answers at once.
 *
 * Kept to old syntax: WPS carries browsers of its own, some of them years old. The object model is the vendor's
 * published declaration; it is not at hand when this is tested (addin/README.md), a stand-in of ours is.
 *
 * @import { DocumentHost, FieldWrite, WriteOutcome } from '../types.mjs'
 */

import { HostError, TAG_PREFIX, numbered, plain, queue } from './trouble.mjs';

const FOLDER = 'piidocs-pane';

/** `WdProtectionType.wdNoProtection`. */
const NOT_PROTECTED = -1;

/** `WdContentControlAppearance`: bounding box, hidden. */
const BOX = 0;
const HIDDEN = 2;

/**
 * @param {any} scope where WPS puts its objects: the window
 * @returns {any} the application, or null outside WPS
 */
export function findWps(scope) {
  const application = scope.Application || (scope.wps && (scope.wps.WpsApplication ? scope.wps.WpsApplication() : scope.wps.Application)) || null;
  return application && application.CreateTaskPane ? application : null;
}

/**
 * @param {any} application
 * @returns {DocumentHost}
 */
export function startWps(application) {
  const inTurn = queue();

  /**
   * @template Result
   * @param {(document: any) => Result} work
   * @returns {Promise<Result>}
   */
  function run(work) {
    return inTurn(async function () {
      const document = application.ActiveDocument;
      if (!document) {
        throw new HostError('noDocument');
      }
      return work(document);
    });
  }

  return {
    kind: 'wps',
    can: { open: true, insert: true, fields: true, track: true, autoOpen: false, boxes: true, openLink: true },
    state: () => run((document) => ({ readOnly: document.ReadOnly === true || isProtected(document) })),
    open: (docx, name) => inTurn(async () => void application.Documents.Open(saveTemporary(application, docx, name))),
    insertDocument: (docx) => run(() => void endOfSelection(application).InsertFile(saveTemporary(application, docx, 'insert.docx'))),
    insertClause: (clause) => run(() => void endOfSelection(application).InsertXML(clause.ooxml)),
    listFields: () => run((document) => numbered(controlsOf(document).map(described))),
    setFields: (writes, options) => run((document) => setFields(document, writes, options.track)),
    selectField: (tag, occurrence) => run((document) => selectField(document, tag, occurrence)),
    selectText: (text) => run((document) => selectText(document, text)),
    fieldAtCursor: () => run(() => fieldAtCursor(application)),
    onCursorMoved: (listener) => listen(application, listener),
    getFile: () => run((document) => readFile(application, document)),
    getXml: (namespace) => run((document) => getXml(document, namespace)),
    setXml: (namespace, xml) => run((document) => setXml(document, namespace, xml)),
    showBoxes: (show) => run((document) => showBoxes(document, show)),
    opensWithDocument: async () => false,
    openWithDocument: () => Promise.reject(new HostError('absent')),
    openLink: (address) => void application.OAAssist.ShellExecute(address),
  };
}

/** @param {any} document */
function isProtected(document) {
  return typeof document.ProtectionType === 'number' && document.ProtectionType !== NOT_PROTECTED;
}

/**
 * Collections of the object model count from one.
 *
 * @param {any} collection
 * @returns {any[]}
 */
function listed(collection) {
  const items = [];
  const count = collection ? collection.Count : 0;
  for (let i = 1; i <= count; i++) {
    items.push(collection.Item(i));
  }
  return items;
}

/** @param {any} document */
function controlsOf(document) {
  return listed(document.ContentControls);
}

/** @param {any} control */
function described(control) {
  return { tag: control.Tag || '', title: control.Title || '', text: plain(control.Range.Text || ''), locked: control.LockContents === true };
}

/**
 * @param {any} document
 * @param {FieldWrite[]} writes
 * @param {boolean} track
 * @returns {WriteOutcome[]}
 */
function setFields(document, writes, track) {
  if (document.ReadOnly === true || isProtected(document)) {
    throw new HostError('protected');
  }
  /** @type {Map<string, any>} */
  const found = new Map();
  numbered(controlsOf(document).map((control) => ({ tag: control.Tag || '', control }))).forEach((each) => {
    found.set(each.tag + ' ' + each.occurrence, each.control);
  });
  const before = document.TrackRevisions;
  document.TrackRevisions = track;
  try {
    return writes.map((write) => setField(found.get(write.tag + ' ' + write.occurrence), write, track));
  } finally {
    document.TrackRevisions = before;
  }
}

/**
 * @param {any} control
 * @param {FieldWrite} write
 * @param {boolean} track
 * @returns {WriteOutcome}
 */
function setField(control, write, track) {
  if (!control) {
    return { tag: write.tag, occurrence: write.occurrence, written: false, before: null, after: null };
  }
  const before = plain(control.Range.Text || '');
  const isLocked = control.LockContents === true;
  try {
    if (isLocked) {
      control.LockContents = false;
    }
    // A vertical tab is a line break; a line feed would be a paragraph.
    control.Range.Text = write.text.replace(/\n/g, '\v');
  } catch (error) {
    // The reading below tells.
  }
  if (isLocked) {
    control.LockContents = true;
  }
  const after = plain(control.Range.Text || '');
  const wanted = plain(write.text);
  const written = after === wanted || (track && after.indexOf(wanted) >= 0);
  return { tag: write.tag, occurrence: write.occurrence, written: written, before: before, after: after };
}

/**
 * @param {any} document
 * @param {string} tag
 * @param {number} occurrence
 */
function selectField(document, tag, occurrence) {
  const controls = listed(document.SelectContentControlsByTag(tag));
  const control = controls[occurrence] || controls[0];
  if (!control) {
    return false;
  }
  control.Range.Select();
  return true;
}

/**
 * @param {any} document
 * @param {string} text
 */
function selectText(document, text) {
  const range = document.Content;
  const wanted = text.split('\n')[0].slice(0, 120).replace(/\^/g, '^^');
  if (!range.Find.Execute(wanted, true)) {
    return false;
  }
  range.Select();
  return true;
}

/** @param {any} application */
function fieldAtCursor(application) {
  const control = application.Selection && application.Selection.Range.ParentContentControl;
  if (!control || (control.Tag || '').indexOf(TAG_PREFIX) !== 0) {
    return null;
  }
  return { tag: control.Tag, text: plain(control.Range.Text || '') };
}

/**
 * @param {any} application
 * @param {() => void} listener
 */
async function listen(application, listener) {
  const events = application.ApiEvent;
  if (!events) {
    return function () {};
  }
  events.AddApiEventListener('WindowSelectionChange', listener);
  return function () {
    events.RemoveApiEventListener('WindowSelectionChange', listener);
  };
}

/** @param {any} application */
function endOfSelection(application) {
  const range = application.Selection.Range;
  // wdCollapseEnd: what a person has marked stays.
  range.Collapse(0);
  return range;
}

/**
 * @param {any} application
 * @param {any} document
 */
function readFile(application, document) {
  if (!document.Path) {
    throw new HostError('saveFirst');
  }
  if (!document.Saved) {
    document.Save();
  }
  // A copy: WPS keeps the file itself open.
  const copy = temporaryPath(application, 'read.docx');
  const files = application.FileSystem;
  if (!files.copyFileSync(document.FullName, copy)) {
    throw new HostError('fileBusy');
  }
  const binary = files.readAsBinaryString(copy);
  files.unlinkSync(copy);
  if (!binary) {
    throw new HostError('fileBroken');
  }
  const bytes = new Uint8Array(binary.length);
  for (let i = 0; i < binary.length; i++) {
    bytes[i] = binary.charCodeAt(i) & 0xff;
  }
  return bytes;
}

/**
 * @param {any} application
 * @param {Uint8Array} docx
 * @param {string} name
 */
function saveTemporary(application, docx, name) {
  const path = temporaryPath(application, name);
  const pieces = [];
  for (let i = 0; i < docx.length; i += 0x6000) {
    pieces.push(String.fromCharCode.apply(null, Array.from(docx.subarray(i, i + 0x6000))));
  }
  if (!application.FileSystem.writeAsBinaryString(path, pieces.join(''))) {
    throw new HostError('failed', path);
  }
  return path;
}

/**
 * @param {any} application
 * @param {string} name
 */
function temporaryPath(application, name) {
  const folder = application.Env.GetTempPath();
  const separator = folder.indexOf('\\') >= 0 ? '\\' : '/';
  const base = folder.charAt(folder.length - 1) === separator ? folder : folder + separator;
  return base + FOLDER + '-' + Date.now() + '-' + name.replace(/[\\/:*?"<>|]/g, '_');
}

/**
 * @param {any} document
 * @param {string} namespace
 * @returns {string | null}
 */
function getXml(document, namespace) {
  const parts = listed(document.CustomXMLParts.SelectByNamespace(namespace));
  return parts.length > 0 ? parts[0].XML : null;
}

/**
 * @param {any} document
 * @param {string} namespace
 * @param {string} xml
 */
function setXml(document, namespace, xml) {
  const old = listed(document.CustomXMLParts.SelectByNamespace(namespace));
  document.CustomXMLParts.Add(xml);
  old.forEach((part) => part.Delete());
}

/**
 * @param {any} document
 * @param {boolean} show
 */
function showBoxes(document, show) {
  controlsOf(document).forEach((control) => {
    if ((control.Tag || '').indexOf(TAG_PREFIX) === 0) {
      control.Appearance = show ? BOX : HIDDEN;
    }
  });
}

/**
 * The three-way comparison of a document with its case, as a person decides about it: per field, not per place.
 *
 * @import { ControlComparison, FieldEdit, FieldWrite } from './types.mjs'
 * @import { ComparedField } from './pane.mjs'
 */

/** What needs a decision comes first. */
const ORDER = ['conflict', 'update', 'edited', 'gone', 'new', 'same'];

/**
 * One fact stands in many places; places in the same state with the same texts are one row.
 *
 * @param {ControlComparison[]} controls
 * @param {FieldEdit[]} edits
 * @returns {ComparedField[]}
 */
export function comparedFields(controls, edits) {
  /** @type {Map<string, ComparedField>} */
  const rows = new Map();
  for (const control of controls) {
    const key = JSON.stringify([control.field, control.state, control.document, control.current]);
    const row = rows.get(key);
    if (row === undefined) {
      const canSave = control.state === 'conflict' ? !isDerived(control) : edits.some((edit) => edit.field === control.field && edit.after === control.document);
      rows.set(key, {
        ...control,
        canSave,
        places: [{ tag: control.tag, occurrence: control.occurrence }],
        // A conflict waits for a person; nothing is overwritten by default.
        choice: control.state === 'update' ? 'case' : control.state === 'edited' && canSave ? 'document' : 'later',
      });
    } else {
      row.places.push({ tag: control.tag, occurrence: control.occurrence });
    }
  }
  return [...rows.values()].sort((a, b) => ORDER.indexOf(a.state) - ORDER.indexOf(b.state));
}

/**
 * Text worked out from other fields belongs to none of them.
 *
 * @param {ControlComparison} control
 */
function isDerived(control) {
  return control.tag.startsWith('pii:~');
}

/**
 * What goes into the document: rows whose case value was chosen.
 *
 * @param {ComparedField[]} rows
 * @returns {FieldWrite[]}
 */
export function writesOf(rows) {
  return rows
    .filter((row) => toDocument(row) && row.outcome !== 'written')
    .reduce((all, row) => all.concat(row.places.map((place) => ({ ...place, text: row.current || '' }))), /** @type {FieldWrite[]} */ ([]));
}

/** @param {ComparedField} row */
export function toDocument(row) {
  return row.choice === 'case' && row.state !== 'same' && row.state !== 'gone' && row.state !== 'new';
}

/**
 * What goes into the case: rows whose document text was chosen. One fact with two different texts is left to a person.
 *
 * @param {ComparedField[]} rows
 * @returns {{ field: string, after: string }[]}
 */
export function chosenEdits(rows) {
  /** @type {Map<string, Set<string>>} */
  const texts = new Map();
  for (const row of rows) {
    if (row.choice === 'document' && row.canSave && row.outcome !== 'saved') {
      texts.set(row.field, (texts.get(row.field) || new Set()).add(row.document || ''));
    }
  }
  return [...texts].filter(([, all]) => all.size === 1).map(([field, all]) => ({ field, after: [...all][0] }));
}

/**
 * The part that remembers what was generated, after some controls were written.
 *
 * @param {string} xml
 * @param {Map<string, string>} written the new text by tag
 * @param {(text: string) => Promise<string>} hash
 * @returns {Promise<string>}
 */
export async function stampedPart(xml, written, hash) {
  let stamped = xml;
  for (const [tag, text] of written) {
    const element = new RegExp(`(<[^<>]*\\btag="${escaped(tag)}"[^<>]*\\bhash=")[0-9a-f]*(")`);
    const value = await hash(text);
    stamped = stamped.replace(element, (_, start, end) => start + value + end);
  }
  return stamped;
}

/** @param {string} tag as it stands in XML, ready for a pattern */
function escaped(tag) {
  return tag.replace(/&/g, '&amp;').replace(/"/g, '&quot;').replace(/</g, '&lt;').replace(/[.*+?^${}()|[\]\\]/g, '\\$&');
}

/**
 * The first 16 hexadecimal digits of SHA-256, as the generator writes them.
 *
 * @param {string} text
 */
export async function textHash(text) {
  const digest = await crypto.subtle.digest('SHA-256', new TextEncoder().encode(text));
  return [...new Uint8Array(digest)].map((byte) => byte.toString(16).padStart(2, '0')).join('').slice(0, 16);
}

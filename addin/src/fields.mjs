/**
 * Between what a case holds and what a person types: pure functions, no page.
 *
 * @import { FieldChange, FieldValue, FormDescription, FormField } from './types.mjs'
 * @import { FormConflict } from './pane.mjs'
 *
 * @typedef {'required' | 'number' | 'money' | 'date' | 'partialDate' | 'idCard' | 'creditCode' | 'phone' | 'postcode' | 'email'} Problem
 */

/** What a format asks for; the server has the last word. @type {Record<string, { pattern: RegExp, problem: Problem }>} */
const FORMATS = {
  'id-card': { pattern: /^\d{17}[\dX]$/, problem: 'idCard' },
  'credit-code': { pattern: /^[0-9A-HJ-NPQRTUWXY]{18}$/, problem: 'creditCode' },
  phone: { pattern: /^\+?[0-9][0-9 -]{4,19}$/, problem: 'phone' },
  postcode: { pattern: /^\d{6}$/, problem: 'postcode' },
  email: { pattern: /^[^@\s]+@[^@\s]+$/, problem: 'email' },
};

/** @param {FormDescription} description */
export function fieldsOf(description) {
  return description.groups.reduce((all, group) => all.concat(group.fields), /** @type {FormField[]} */ ([]));
}

/**
 * The field with the number of a document.
 *
 * @param {string} type
 */
export function numberField(type) {
  return `$.documents.${type}.number`;
}

/**
 * Whether a field holds a number that is still to be given.
 *
 * @param {FormField} field
 */
export function isOpenNumber(field) {
  return field.value === 'auto' && /^\$\.documents\.[^.]+\.number$/.test(field.field);
}

/**
 * @param {FieldValue | undefined} value
 * @returns {string}
 */
export function inputText(value) {
  return value === null || value === undefined ? '' : String(value);
}

/**
 * What a typed text means for its field.
 *
 * @param {FormField} field
 * @param {string} text
 * @returns {{ value: FieldValue, problem: Problem | null }}
 */
export function parseInput(field, text) {
  const trimmed = half(text.trim());
  if (trimmed === '') {
    return { value: null, problem: field.required ? 'required' : null };
  }
  switch (field.format === 'partial-date' ? 'date' : field.kind) {
    case 'flag':
      return { value: trimmed === 'true', problem: null };
    case 'number':
      return number(trimmed, /^-?\d+(\.\d+)?$/, 'number');
    case 'money':
      return number(trimmed, /^-?\d+(\.\d{1,2})?$/, 'money');
    case 'date':
      return date(field, trimmed);
    default:
      return formatted(field, text.trim(), trimmed);
  }
}

/**
 * @param {string} text
 * @param {RegExp} pattern
 * @param {Problem} problem
 */
function number(text, pattern, problem) {
  const digits = text.replace(/[,\s元]/g, '');
  return pattern.test(digits) ? { value: Number(digits), problem: null } : { value: text, problem };
}

/**
 * @param {FormField} field
 * @param {string} text
 * @returns {{ value: FieldValue, problem: Problem | null }}
 */
function date(field, text) {
  const iso = isoDate(text);
  if (field.format === 'partial-date' && (/^\d{4}(-\d{2})?$/.test(iso) || isDay(iso))) {
    return { value: iso, problem: null };
  }
  if (isDay(iso)) {
    return { value: iso, problem: null };
  }
  return { value: text, problem: field.format === 'partial-date' ? 'partialDate' : 'date' };
}

/**
 * 2026年5月1日, 2026/5/1 and 2026.5.1 as 2026-05-01.
 *
 * @param {string} text
 */
export function isoDate(text) {
  const match = /^(\d{4})\s*[-/.年]\s*(\d{1,2})(?:\s*[-/.月]\s*(\d{1,2}))?\s*[月日]?$/.exec(text);
  return match === null
    ? text.replace(/年$/, '')
    : [match[1], match[2].padStart(2, '0')].concat(match[3] ? [match[3].padStart(2, '0')] : []).join('-');
}

/** @param {string} iso */
function isDay(iso) {
  const match = /^(\d{4})-(\d{2})-(\d{2})$/.exec(iso);
  if (match === null) {
    return false;
  }
  const day = new Date(Date.UTC(Number(match[1]), Number(match[2]) - 1, Number(match[3])));
  return day.getUTCMonth() === Number(match[2]) - 1 && day.getUTCDate() === Number(match[3]);
}

/**
 * @param {FormField} field
 * @param {string} text
 * @param {string} plain the same in half-width characters
 * @returns {{ value: FieldValue, problem: Problem | null }}
 */
function formatted(field, text, plain) {
  const format = FORMATS[field.format || ''];
  if (format === undefined) {
    return { value: text, problem: null };
  }
  const value = plain.toUpperCase();
  return format.pattern.test(field.format === 'email' ? plain : value)
    ? { value: field.format === 'email' ? plain : value, problem: null }
    : { value: text, problem: format.problem };
}

/**
 * Input methods leave full-width digits, letters and signs behind.
 *
 * @param {string} text
 */
function half(text) {
  return text.replace(/[\uff01-\uff5e]/g, (sign) => String.fromCharCode(sign.charCodeAt(0) - 0xfee0)).replace(/\u3000/g, ' ');
}

/**
 * What has been typed, by field: only what differs from the case.
 *
 * @param {FormDescription} description
 * @param {Record<string, string>} values
 * @returns {{ changes: FieldChange[], problems: Record<string, Problem> }}
 */
export function changesOf(description, values) {
  /** @type {FieldChange[]} */
  const changes = [];
  /** @type {Record<string, Problem>} */
  const problems = {};
  for (const field of fieldsOf(description)) {
    const text = values[field.field];
    if (text === undefined || text === inputText(field.value)) {
      continue;
    }
    const { value, problem } = parseInput(field, text);
    if (problem !== null) {
      problems[field.field] = problem;
    } else if (value !== (field.value === undefined ? null : field.value)) {
      changes.push({ field: field.field, value });
    }
  }
  return { changes, problems };
}

/**
 * The case was saved by someone else meanwhile: what both changed is for a person to decide, all else is kept.
 *
 * @param {FormDescription} fresh the form as the case is now
 * @param {FieldChange[]} mine
 * @param {Record<string, FieldValue>} base the values my changes started from
 * @returns {FormConflict[]}
 */
export function conflictsOf(fresh, mine, base) {
  const now = new Map(fieldsOf(fresh).map((field) => [field.field, field]));
  /** @type {FormConflict[]} */
  const conflicts = [];
  for (const change of mine) {
    const field = now.get(change.field);
    const theirs = field === undefined || field.value === undefined ? null : field.value;
    const was = base[change.field] === undefined ? null : base[change.field];
    if (theirs !== was && theirs !== change.value) {
      conflicts.push({ field: change.field, label: field === undefined ? change.field : field.label, mine: change.value, theirs, choice: null });
    }
  }
  return conflicts;
}

/**
 * @param {FormDescription} description
 * @param {Record<string, string>} values
 */
export function missingCount(description, values) {
  return fieldsOf(description).filter((field) => field.required && textOf(field, values) === '').length;
}

/**
 * @param {FormField} field
 * @param {Record<string, string>} values
 */
export function textOf(field, values) {
  const typed = values[field.field];
  return typed === undefined ? inputText(field.value) : typed;
}

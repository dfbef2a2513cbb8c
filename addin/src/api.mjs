/**
 * One function per endpoint of the server. The token lives in memory only.
 *
 * @import { CaseEntry, CheckResult, Clause, Deadline, Diagnostic, DocumentType, FieldChange, FieldTrace, FormDescription, MakeResult, OpenCase, Reading, Refresh, RegisterState } from './types.mjs'
 *
 * @typedef {'down' | 'token' | 'forbidden' | 'conflict' | 'absent' | 'tooMany' | 'refused' | 'broken'} Trouble
 */

/** An answer that is not the one asked for. */
export class ApiError extends Error {
  /**
   * @param {Trouble} trouble
   * @param {string} message
   * @param {{ status?: number, diagnostics?: Diagnostic[], body?: any }} [more]
   */
  constructor(trouble, message, { status = 0, diagnostics = [], body = null } = {}) {
    super(message);
    this.name = 'ApiError';
    this.trouble = trouble;
    this.status = status;
    this.diagnostics = diagnostics;
    this.body = body;
  }
}

/** @type {Record<number, Trouble>} */
const TROUBLES = { 401: 'token', 403: 'forbidden', 404: 'absent', 412: 'conflict', 429: 'tooMany', 501: 'absent' };

const WORD = 'application/vnd.openxmlformats-officedocument.wordprocessingml.document';

/**
 * @param {{ fetch: typeof fetch, language: () => string, base?: string, patience?: number }} means
 */
export function createApi({ fetch, language, base = '/api/v1', patience = 60_000 }) {
  let token = '';

  /**
   * @param {string} path
   * @param {RequestInit} [options]
   * @returns {Promise<Response>}
   */
  async function ask(path, options = {}) {
    const headers = new Headers(options.headers);
    headers.set('Accept-Language', language());
    if (token !== '') {
      headers.set('Authorization', `Bearer ${token}`);
    }
    const stop = new AbortController();
    const timer = setTimeout(() => stop.abort(), patience);
    try {
      const response = await fetch(base + path, { ...options, headers, signal: stop.signal, cache: 'no-store' });
      if (!response.ok) {
        throw await refusal(response);
      }
      return response;
    } catch (error) {
      throw error instanceof ApiError ? error : new ApiError('down', String(error));
    } finally {
      clearTimeout(timer);
    }
  }

  /**
   * @param {string} path
   * @param {RequestInit} [options]
   * @returns {Promise<any>}
   */
  async function json(path, options) {
    const response = await ask(path, options);
    try {
      return await response.json();
    } catch (error) {
      throw new ApiError('broken', String(error), { status: response.status });
    }
  }

  /**
   * @param {string} path
   * @param {unknown} body
   * @param {RequestInit} [options]
   */
  function send(path, body, options = {}) {
    const headers = { ...options.headers, 'Content-Type': 'application/json' };
    return json(path, { method: 'POST', ...options, headers, body: JSON.stringify(body) });
  }

  /**
   * @param {Uint8Array} docx
   * @returns {RequestInit}
   */
  function word(docx) {
    return { method: 'POST', headers: { 'Content-Type': WORD }, body: new Blob([/** @type {BlobPart} */ (docx)], { type: WORD }) };
  }

  /** @param {string} text */
  const enc = (text) => encodeURIComponent(text);

  return {
    /** @param {string} value */
    useToken(value) {
      token = value;
    },

    /** @returns {Promise<{ version: string, assets: string, officeJs?: string, login?: string, features?: string[] }>} */
    version: () => json('/version'),

    /**
     * @param {string} code
     * @param {string} user where users have secrets of their own; otherwise empty
     * @returns {Promise<{ token: string, expires: string, user: string, role: string }>}
     */
    pair: (code, user) => send('/pair', user === '' ? { code } : { code, user }),

    /** @returns {Promise<{ user: string, role: string }>} */
    session: () => json('/session'),

    /** @returns {Promise<DocumentType[]>} */
    types: () => json('/types'),

    /**
     * @param {string} query
     * @returns {Promise<CaseEntry[]>}
     */
    cases: (query) => json(`/cases?q=${enc(query)}`),

    /**
     * @param {string} name
     * @returns {Promise<OpenCase>}
     */
    openCase: (name) => json(`/cases/${enc(name)}`),

    /**
     * @param {string} name
     * @param {string} version
     * @param {FieldChange[]} changes
     * @returns {Promise<{ version: string, diagnostics: Diagnostic[] }>}
     */
    saveCase: (name, version, changes) => send(`/cases/${enc(name)}`, { changes }, { method: 'PUT', headers: { 'If-Match': `"${version}"` } }),

    /**
     * @param {string} name
     * @param {string} type
     * @returns {Promise<FormDescription>}
     */
    form: (name, type) => json(`/cases/${enc(name)}/forms/${enc(type)}`),

    /**
     * @param {string} name
     * @param {string} type
     * @returns {Promise<CheckResult>}
     */
    check: (name, type) => json(`/cases/${enc(name)}/check?type=${enc(type)}`),

    /**
     * @param {string} name
     * @param {{ type: string, formats: string[], draft?: boolean, audience?: string }} order
     * @returns {Promise<MakeResult>}
     */
    make: (name, order) => send(`/cases/${enc(name)}/make`, order),

    /**
     * @param {string} name
     * @param {string} on
     * @returns {Promise<Deadline[]>}
     */
    deadlines: (name, on) => json(`/cases/${enc(name)}/deadlines?on=${enc(on)}`),

    /**
     * @param {string} type
     * @returns {Promise<Clause[]>}
     */
    clauses: (type) => json(`/clauses?type=${enc(type)}`),

    /**
     * @param {string} name
     * @param {string} id
     * @param {string} type
     * @returns {Promise<{ text: string, ooxml: string }>}
     */
    clause: (name, id, type) => send(`/cases/${enc(name)}/clauses/${enc(id)}`, { type }),

    /**
     * @param {string} name
     * @param {Uint8Array} docx
     * @returns {Promise<Reading>}
     */
    read: (name, docx) => json(`/documents/read?case=${enc(name)}`, word(docx)),

    /**
     * @param {string} name
     * @param {Uint8Array} docx
     * @param {{ track: boolean, apply: boolean }} how
     * @returns {Promise<Refresh>}
     */
    refresh: (name, docx, how) => json(`/documents/refresh?case=${enc(name)}&track=${how.track ? 1 : 0}&apply=${how.apply ? 1 : 0}`, word(docx)),

    /**
     * @param {Uint8Array} docx
     * @returns {Promise<Uint8Array>}
     */
    async pdf(docx) {
      const response = await ask('/documents/pdf', word(docx));
      return new Uint8Array(await response.arrayBuffer());
    },

    /**
     * @param {string} name
     * @param {string} field
     * @returns {Promise<FieldTrace>}
     */
    trace: (name, field) => json(`/fields/${enc(field)}?case=${enc(name)}`),

    /**
     * What the register has for a document, and what it would give.
     *
     * @param {string} name
     * @param {string} type
     * @returns {Promise<RegisterState>}
     */
    numbers: (name, type) => json(`/numbers?case=${enc(name)}&type=${enc(type)}&state=reserved`),

    /**
     * @param {{ type: string, case: string }} order
     * @returns {Promise<{ number: string, field: string }>}
     */
    reserveNumber: (order) => send('/numbers', order),

    /**
     * A link that works once, for programs that cannot save a file themselves.
     *
     * @param {string} name
     * @param {Uint8Array} bytes
     * @param {string} mediaType
     * @returns {Promise<{ url: string }>}
     */
    offerDownload: (name, bytes, mediaType) =>
      json(`/downloads?name=${enc(name)}`, { method: 'POST', headers: { 'Content-Type': mediaType }, body: new Blob([/** @type {BlobPart} */ (bytes)]) }),
  };
}

/** @typedef {ReturnType<typeof createApi>} Api */

/** @param {Response} response */
async function refusal(response) {
  /** @type {any} */
  let body = null;
  try {
    body = await response.json();
  } catch {
    // An answer that is not ours (a proxy's page): the status says enough.
  }
  const trouble = TROUBLES[response.status] || (response.status >= 500 ? 'broken' : 'refused');
  const { title, detail, diagnostics = [] } = body || {};
  const message = [title, detail].filter(Boolean).join(' ') || String(response.status);
  return new ApiError(trouble, message, { status: response.status, diagnostics, body });
}

/**
 * @param {string} text
 * @returns {Uint8Array}
 */
export function fromBase64(text) {
  const binary = atob(text);
  const bytes = new Uint8Array(binary.length);
  for (let i = 0; i < binary.length; i++) {
    bytes[i] = binary.charCodeAt(i);
  }
  return bytes;
}

/**
 * @param {Uint8Array} bytes
 * @returns {string}
 */
export function toBase64(bytes) {
  const pieces = [];
  // In pieces: an argument list has a limit.
  for (let i = 0; i < bytes.length; i += 0x6000) {
    pieces.push(String.fromCharCode(...bytes.subarray(i, i + 0x6000)));
  }
  return btoa(pieces.join(''));
}

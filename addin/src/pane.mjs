/**
 * What the pane knows, in one value; views show it, work changes it.
 *
 * @import { BlockChange, CaseEntry, CheckResult, Clause, ControlComparison, Deadline, Diagnostic, DocumentStamp, DocumentType, FieldTrace, FieldValue, Finding, FormDescription, HostAbilities, Language, MadeFile, OpenCase, RegisterState, ViewName } from './types.mjs'
 *
 * @typedef {object} Notice
 * @property {string} id           one notice of a kind at a time
 * @property {'error' | 'warning' | 'success' | 'info'} tone
 * @property {string} title
 * @property {string} [detail]
 * @property {Diagnostic[]} [diagnostics]
 * @property {{ label: string, run: () => void }} [action]
 *
 * @typedef {object} FormConflict
 * @property {string} field
 * @property {string} label
 * @property {FieldValue} mine
 * @property {FieldValue} theirs
 * @property {'mine' | 'theirs' | null} choice
 *
 * @typedef {Finding & { id: string, state: 'open' | 'applied' | 'notWritten', before?: string }} ShownFinding
 * @typedef {ControlComparison & { places: { tag: string, occurrence: number }[], choice: 'case' | 'document' | 'later', canSave: boolean, outcome?: 'written' | 'notWritten' | 'changed' | 'saved' }} ComparedField
 *
 * @typedef {object} State
 * @property {Language} language
 * @property {ViewName} view
 * @property {'office' | 'wps' | 'browser'} host
 * @property {HostAbilities} can
 * @property {boolean} readOnly
 * @property {{ version: string, features: string[] | null, absent: string[], assets: string, outdated: boolean, down: boolean, officeJs: string, login: string }} server
 * @property {{ user: string, role: string } | null} session
 * @property {{ needed: boolean, user: string, code: string, problem: string }} pairing
 * @property {Record<string, boolean>} busy
 * @property {Notice[]} notices
 * @property {DocumentType[]} types
 * @property {{ query: string, list: CaseEntry[] | null, recents: string[] }} cases
 * @property {OpenCase | null} open
 * @property {string | null} type
 * @property {{ description: FormDescription | null, values: Record<string, string>, base: Record<string, FieldValue>, problems: Record<string, string>, onlyMissing: boolean, query: string, conflicts: FormConflict[], version: string, savedAt: string, register: RegisterState | null }} form
 * @property {{ check: CheckResult | null, files: (MadeFile & { address?: string })[], audience: string, draft: boolean, diagnostics: Diagnostic[] }} make
 * @property {{ stamp: DocumentStamp | null, list: ShownFinding[] | null, filter: string, stale: boolean, upload: { name: string } | null }} findings
 * @property {{ fields: ComparedField[] | null, blocks: BlockChange[], notes: Diagnostic[], track: boolean, refreshed: { name: string, content: string } | null, shown: number }} sync
 * @property {{ tag: string, text: string, trace: FieldTrace | null } | null} trace
 * @property {{ clauses: Clause[] | null, query: string, deadlines: Deadline[] | null, on: string, autoOpen: boolean, boxes: boolean }} more
 *
 * @typedef {ReturnType<typeof createPane>} Pane
 */

/**
 * @param {Pick<State, 'language' | 'host' | 'can'> & { today: string }} start
 * @returns {State}
 */
export function initialState(start) {
  return {
    language: start.language,
    view: 'cases',
    host: start.host,
    can: start.can,
    readOnly: false,
    server: { version: '', features: null, absent: [], assets: '', outdated: false, down: false, officeJs: '', login: 'code' },
    session: null,
    pairing: { needed: false, user: '', code: '', problem: '' },
    busy: {},
    notices: [],
    types: [],
    cases: { query: '', list: null, recents: [] },
    open: null,
    type: null,
    form: emptyForm(),
    make: { check: null, files: [], audience: 'original', draft: false, diagnostics: [] },
    findings: { stamp: null, list: null, filter: 'all', stale: false, upload: null },
    sync: { ...noComparison(), track: true, shown: 60 },
    trace: null,
    more: { clauses: null, query: '', deadlines: null, on: start.today, autoOpen: false, boxes: false },
  };
}

/** @returns {State['form']} */
export function emptyForm() {
  return { description: null, values: {}, base: {}, problems: {}, onlyMissing: true, query: '', conflicts: [], version: '', savedAt: '', register: null };
}

/**
 * Of the comparison: nothing is compared.
 *
 * @returns {Pick<State['sync'], 'fields' | 'blocks' | 'notes' | 'refreshed'>}
 */
export function noComparison() {
  return { fields: null, blocks: [], notes: [], refreshed: null };
}

/**
 * Holds the state; tells the listener once per turn, however much changed.
 *
 * @param {State} start
 */
export function createPane(start) {
  let state = start;
  let isTold = true;
  /** @type {(state: State) => void} */
  let listener = () => {};

  function tell() {
    if (isTold) {
      isTold = false;
      queueMicrotask(() => {
        isTold = true;
        listener(state);
      });
    }
  }

  return {
    get state() {
      return state;
    },

    /** @param {(state: State) => void} listen */
    onChange(listen) {
      listener = listen;
    },

    /** @param {Partial<State>} changes */
    set(changes) {
      state = { ...state, ...changes };
      tell();
    },

    /**
     * Changes some members of one slice.
     *
     * @template {'form' | 'make' | 'findings' | 'sync' | 'more' | 'cases' | 'server' | 'pairing'} Slice
     * @param {Slice} slice
     * @param {Partial<State[Slice]>} changes
     */
    change(slice, changes) {
      state = { ...state, [slice]: { ...state[slice], ...changes } };
      tell();
    },

    /** @param {Notice} notice */
    notify(notice) {
      state = { ...state, notices: [notice, ...state.notices.filter((each) => each.id !== notice.id)].slice(0, 4) };
      tell();
    },

    /** @param {string} id */
    dismiss(id) {
      state = { ...state, notices: state.notices.filter((each) => each.id !== id) };
      tell();
    },
  };
}

/** What a server that does not list its features is not taken to have. */
const LATER = ['numbers', 'scan', 'downloads'];

/**
 * Whether the server can do something: as it says, until it turned out not to.
 *
 * @param {State} state
 * @param {string} feature
 */
export function offers(state, feature) {
  const { features, absent } = state.server;
  return !absent.includes(feature) && (features === null ? !LATER.includes(feature) : features.includes(feature));
}

/**
 * A masked copy, or a document that no case stands behind: personal information in it is looked for, and nothing else.
 *
 * @param {DocumentStamp | null} stamp
 */
export function canOnlyBeSearched(stamp) {
  return stamp !== null && (!stamp.isOurs || isMaskedCopy(stamp));
}

/** @param {DocumentStamp | null} stamp */
export function isMaskedCopy(stamp) {
  return stamp !== null && !!stamp.audience && stamp.audience !== 'original';
}

/** @param {State} state */
export function typeTitle(state) {
  const type = state.types.find((each) => each.id === state.type);
  return type ? titleOf(type, state.language) : state.type || '';
}

/**
 * @param {DocumentType} type
 * @param {Language} language
 */
export function titleOf(type, language) {
  return language === 'en' && type.titleEn ? type.titleEn : type.title;
}

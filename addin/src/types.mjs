/**
 * The shapes that modules pass to each other. Nothing here runs.
 *
 * @typedef {'zh-CN' | 'en'} Language
 * @typedef {'cases' | 'form' | 'make' | 'findings' | 'sync' | 'more'} ViewName
 *
 * What the server answers; the endpoints are in api.mjs.
 *
 * @typedef {object} Diagnostic
 * @property {string} code
 * @property {'error' | 'warning' | 'info'} severity
 * @property {string} message
 * @property {string} [file]
 * @property {number} [line]
 * @property {number} [column]
 * @property {string} [field]
 * @property {string} [hint]
 * @property {string} [basis]
 * @property {string} [requires]
 * @property {{ text: string, marks?: { start: number, length: number }[] }} [sentence]
 *
 * @typedef {{ id: string, title: string, titleEn?: string, formats: string[], audience: string[], diagnostics?: Diagnostic[] }} DocumentType
 * @typedef {{ name: string, id: string, title: string, office?: string, types: string[], modified: string, version: string, readable?: boolean }} CaseEntry
 * @typedef {{ name: string, id: string, title: string, version: string, file?: string, types: { id: string, title: string }[] }} OpenCase
 * @typedef {string | number | boolean | null} FieldValue
 * @typedef {{ field: string, value: FieldValue }} FieldChange
 * @typedef {'text' | 'multiline' | 'number' | 'date' | 'money' | 'flag' | 'choice'} FieldKind
 *
 * @typedef {object} FormField
 * @property {string} field
 * @property {string} label
 * @property {FieldKind} kind
 * @property {string} [format]
 * @property {string} [pii]
 * @property {boolean} required
 * @property {boolean} missing
 * @property {FieldValue} [value]
 * @property {string} [help]
 * @property {{ value: string, label: string }[]} [choices]
 *
 * @typedef {{ document: { next: string, number?: { number: string } } }} RegisterState
 * @typedef {{ type: string, title: string, groups: { label: string, fields: FormField[] }[] }} FormDescription
 * @typedef {{ diagnostics: Diagnostic[], errors: number, warnings: number, documents?: { type: string, title: string, diagnostics: Diagnostic[] }[] }} CheckResult
 * @typedef {{ name: string, format: string, bytes: number, pages?: number, sha256: string, content: string }} MadeFile
 * @typedef {{ files: MadeFile[], diagnostics: Diagnostic[] }} MakeResult
 * @typedef {{ rule: string, label: string, date: string, basis?: string, state: string, stateLabel: string }} Deadline
 * @typedef {{ id: string, title: string, uses: string[] }} Clause
 *
 * @typedef {object} Finding
 * @property {'legal' | 'missing' | 'outside' | 'leak' | 'style' | 'gone' | 'stale'} kind
 * @property {'error' | 'warning' | 'info'} severity
 * @property {string} [code]
 * @property {string} message
 * @property {string} [hint]
 * @property {string} [basis]
 * @property {string} [field]
 * @property {string} [label]
 * @property {string} [tag]
 * @property {number} [occurrence]
 * @property {string} [text]
 * @property {{ text: string }} [fix]
 *
 * @typedef {{ field: string, label: string, before: string, after: string, tag: string, count: number }} FieldEdit
 * @typedef {{ type?: string, case?: string, templateVersion?: string, caseHash?: string, isOurs: boolean, audience?: string }} DocumentStamp
 * @typedef {{ document: DocumentStamp, findings: Finding[], edits: FieldEdit[], diagnostics?: Diagnostic[] }} Reading
 *
 * @typedef {object} ControlComparison
 * @property {string} tag
 * @property {number} occurrence
 * @property {string} field
 * @property {string} label
 * @property {'same' | 'update' | 'edited' | 'conflict' | 'gone' | 'new'} state
 * @property {string | null} [generated]
 * @property {string | null} [document]
 * @property {string | null} [current]
 *
 * A paragraph or table row that the case would now have otherwise; one that somebody edited is left to a person.
 *
 * @typedef {{ kind: 'insert' | 'remove' | 'rewrite', paragraph: number, canBeMade: boolean, document?: string | null, current?: string | null }} BlockChange
 * @typedef {{ controls: ControlComparison[], blocks?: BlockChange[], findings?: Finding[], content?: string, part?: string, diagnostics?: Diagnostic[] }} Refresh
 * @typedef {{ field: string, label: string, value?: FieldValue, location?: { file: string, line: number }, uses: { type: string, title: string, count: number }[] }} FieldTrace
 *
 * What a program that shows documents can do for the pane. Three bodies: Office.js, WPS, and a plain web page.
 *
 * @typedef {object} HostAbilities
 * @property {boolean} open        a document can be shown in a window of its own
 * @property {boolean} insert      a document or a clause can be put at the cursor
 * @property {boolean} fields      the open document's controls can be read, written and selected
 * @property {boolean} track       changes can be written as tracked changes
 * @property {boolean} autoOpen    the pane can come up with the document
 * @property {boolean} boxes       the boxes around controls can be shown
 * @property {boolean} openLink    an address can be opened outside the pane
 *
 * @typedef {{ tag: string, title: string, text: string, locked: boolean, occurrence: number }} FieldControl
 * @typedef {{ tag: string, occurrence: number, text: string }} FieldWrite
 * @typedef {{ tag: string, occurrence: number, written: boolean, before: string | null, after: string | null }} WriteOutcome
 *
 * @typedef {object} DocumentHost
 * @property {'office' | 'wps' | 'browser'} kind
 * @property {HostAbilities} can
 * @property {() => Promise<{ readOnly: boolean }>} state
 * @property {(docx: Uint8Array, name: string) => Promise<void>} open
 * @property {(docx: Uint8Array) => Promise<void>} insertDocument
 * @property {(clause: { text: string, ooxml: string }) => Promise<void>} insertClause
 * @property {() => Promise<FieldControl[]>} listFields
 * @property {(writes: FieldWrite[], options: { track: boolean }) => Promise<WriteOutcome[]>} setFields
 * @property {(tag: string, occurrence: number) => Promise<boolean>} selectField
 * @property {(text: string) => Promise<boolean>} selectText
 * @property {() => Promise<{ tag: string, text: string } | null>} fieldAtCursor
 * @property {(listener: () => void) => Promise<() => void>} onCursorMoved
 * @property {() => Promise<Uint8Array>} getFile
 * @property {(namespace: string) => Promise<string | null>} getXml
 * @property {(namespace: string, xml: string) => Promise<void>} setXml
 * @property {(show: boolean) => Promise<void>} showBoxes
 * @property {() => Promise<boolean>} opensWithDocument
 * @property {(on: boolean) => Promise<void>} openWithDocument
 * @property {(address: string) => void} openLink
 */

export {};

/**
 * No document at all: the pane as a web page. Files come from a file picker and go to the downloads folder.
 *
 * @import { DocumentHost } from '../types.mjs'
 */

import { HostError } from './trouble.mjs';

/** @returns {DocumentHost} */
export function startBrowser() {
  const absent = () => Promise.reject(new HostError('noDocument'));
  return {
    kind: 'browser',
    can: { open: false, insert: false, fields: false, track: true, autoOpen: false, boxes: false, openLink: false },
    state: async () => ({ readOnly: false }),
    open: absent,
    insertDocument: absent,
    insertClause: absent,
    listFields: async () => [],
    setFields: absent,
    selectField: async () => false,
    selectText: async () => false,
    fieldAtCursor: async () => null,
    onCursorMoved: async () => () => {},
    getFile: absent,
    getXml: async () => null,
    setXml: absent,
    showBoxes: absent,
    opensWithDocument: async () => false,
    openWithDocument: absent,
    openLink(address) {
      window.open(address, '_blank', 'noopener');
    },
  };
}

/** @import { Screen } from './parts.mjs' */

import { h } from '../dom.mjs';
import { button } from './parts.mjs';

/** @param {Screen} screen */
export function pairingView({ state, t, act }) {
  const { code, problem } = state.pairing;
  return h(
    'form.card.pairing',
    {
      key: 'pairing',
      'aria-labelledby': 'pairing-title',
      onsubmit: (/** @type {Event} */ event) => {
        event.preventDefault();
        void act.pair();
      },
    },
    h('h2', { id: 'pairing-title', tabindex: '-1' }, t('pairing.title')),
    h('p', null, t('pairing.detail')),
    h('label', { for: 'pairing-code' }, t('pairing.code')),
    h('input.code-input', {
      id: 'pairing-code',
      value: code,
      autocomplete: 'one-time-code',
      autocapitalize: 'characters',
      spellcheck: 'false',
      'aria-describedby': 'pairing-problem',
      'aria-invalid': problem === '' ? null : 'true',
      oninput: (/** @type {Event} */ event) => act.typeCode(/** @type {HTMLInputElement} */ (event.target).value),
    }),
    h('p.problem', { id: 'pairing-problem', role: 'status' }, problem),
    button(t('pairing.enter'), { kind: 'primary', busy: state.busy.pair, onclick: act.pair, name: 'pair' }),
    h('details', null, h('summary', null, t('pairing.where')), h('p', null, t('pairing.where.detail'))),
  );
}

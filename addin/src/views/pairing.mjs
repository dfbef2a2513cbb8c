/** @import { Screen } from './parts.mjs' */

import { h } from '../dom.mjs';
import { button } from './parts.mjs';

/** @param {Screen} screen */
export function pairingView({ state, t, act }) {
  const { user, code, problem } = state.pairing;
  const isByUser = state.server.login === 'user';
  const isByProxy = state.server.login === 'proxy';
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
    h('h2', { id: 'pairing-title', tabindex: '-1' }, t(isByProxy ? 'pairing.proxy' : 'pairing.title')),
    h('p', null, t(isByProxy ? 'pairing.proxy.detail' : isByUser ? 'pairing.user.detail' : 'pairing.detail')),
    isByUser ? field(t('pairing.user'), { id: 'pairing-user', value: user, autocomplete: 'username', oninput: act.typeUser }) : null,
    isByProxy
      ? null
      : field(t(isByUser ? 'pairing.secret' : 'pairing.code'), {
          id: 'pairing-code',
          value: code,
          type: isByUser ? 'password' : 'text',
          class: isByUser ? '' : 'code-input',
          autocomplete: isByUser ? 'current-password' : 'one-time-code',
          'aria-invalid': problem === '' ? null : 'true',
          oninput: act.typeCode,
        }),
    h('p.problem', { id: 'pairing-problem', role: 'status' }, problem),
    button(t(isByProxy ? 'common.retry' : 'pairing.enter'), { kind: 'primary', busy: state.busy.pair, onclick: act.pair, name: 'pair' }),
    isByProxy || isByUser ? null : h('details', null, h('summary', null, t('pairing.where')), h('p', null, t('pairing.where.detail'))),
  );
}

/**
 * @param {string} label
 * @param {{ id: string, value: string, oninput: (text: string) => void } & Record<string, any>} options
 */
function field(label, { oninput, ...attributes }) {
  return h(
    'div.field',
    { key: attributes.id },
    h('label', { for: attributes.id }, label),
    h('input', {
      type: 'text',
      autocapitalize: 'none',
      spellcheck: 'false',
      'aria-describedby': 'pairing-problem',
      ...attributes,
      oninput: (/** @type {Event} */ event) => oninput(/** @type {HTMLInputElement} */ (event.target).value),
    }),
  );
}

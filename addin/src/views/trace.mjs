/** @import { Screen } from './parts.mjs' */

import { h } from '../dom.mjs';
import { shownValue, waiting } from './parts.mjs';

/**
 * Where a value comes from and where else it stands.
 *
 * @param {Screen} screen
 * @param {string} key
 */
export function traceCard({ state, t }, key) {
  if (state.trace === null) {
    return null;
  }
  const { trace } = state.trace;
  if (trace === null) {
    return waiting(t('common.loading'));
  }
  const place = trace.location;
  return h(
    'div.traced',
    { key, role: 'group', 'aria-label': t('trace.title') },
    h(
      'dl',
      null,
      h('dt', null, t('trace.field')),
      h('dd', null, trace.label, h('code', null, trace.field)),
      h('dt', null, t('trace.value')),
      h('dd', null, shownValue(trace.value, t)),
      place ? [h('dt', null, t('trace.place')), h('dd', null, `${place.file.split(/[\\/]/).pop()}:${place.line}`)] : null,
      h('dt', null, t('trace.uses')),
      h('dd', null, trace.uses.length === 0 ? t('common.nothing') : h('ul', null, trace.uses.map((use) => h('li', { key: use.type }, t('trace.use', { title: use.title, count: use.count }))))),
    ),
  );
}

/**
 * All words a person reads come from one module per language, by key.
 *
 * @import { Language } from './types.mjs'
 * @typedef {keyof typeof import('./text.zh-CN.mjs').default} TextKey
 * @typedef {(key: TextKey, values?: Record<string, string | number>) => string} Texts
 */

import english from './text.en.mjs';
import chinese from './text.zh-CN.mjs';

/**
 * @param {Language} language
 * @returns {Texts}
 */
export function textsOf(language) {
  /** @type {Record<TextKey, string>} */
  const words = language === 'en' ? english : chinese;
  return (key, values = {}) => words[key].replace(/\{(\w+)\}/g, (_, name) => String(values[name]));
}

/**
 * @param {string | null} chosen
 * @param {string} preferred the browser's or Word's language
 * @returns {Language}
 */
export function languageOf(chosen, preferred) {
  return (chosen || preferred).toLowerCase().startsWith('en') ? 'en' : 'zh-CN';
}

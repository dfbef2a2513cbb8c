/**
 * What can go wrong between the pane and the program that shows the document.
 *
 * @typedef {'noBridge' | 'noOffice' | 'tooOld' | 'readOnly' | 'protected' | 'noDocument' | 'saveFirst' | 'fileBusy' | 'fileBroken' | 'absent' | 'failed'} Trouble
 */

/** The words for each trouble are in the language modules. */
export class HostError extends Error {
  /**
   * @param {Trouble} trouble
   * @param {string} [detail] what the program itself said
   */
  constructor(trouble, detail = '') {
    super(detail === '' ? trouble : `${trouble}: ${detail}`);
    this.name = 'HostError';
    this.trouble = trouble;
    this.detail = detail;
  }
}

/** The tags of our controls. */
export const TAG_PREFIX = 'pii:';

/**
 * Gives each control its place among those of the same tag; only ours are kept.
 *
 * @template {{ tag: string }} Control
 * @param {Control[]} controls in document order
 * @returns {(Control & { occurrence: number })[]}
 */
export function numbered(controls) {
  /** @type {Map<string, number>} */
  const seen = new Map();
  const ours = [];
  for (const control of controls) {
    if (control.tag.startsWith(TAG_PREFIX)) {
      const occurrence = seen.get(control.tag) || 0;
      seen.set(control.tag, occurrence + 1);
      ours.push({ ...control, occurrence });
    }
  }
  return ours;
}

/**
 * One line per paragraph or break, however the program marks them (\r, \v, \n, and U+0007 at the end of a cell).
 *
 * @param {string} text
 */
export function plain(text) {
  return text.replace(/\u0007/g, '').replace(/\r\n|\r|\v|\u2028/g, '\n').replace(/\u00a0/g, ' ').replace(/\n+$/, '');
}

/** Runs one thing after another, whatever becomes of each. */
export function queue() {
  /** @type {Promise<unknown>} */
  let last = Promise.resolve();
  /**
   * @template Result
   * @param {() => Promise<Result>} work
   * @returns {Promise<Result>}
   */
  return function inTurn(work) {
    const result = last.then(work, work);
    last = result.then(() => {}, () => {});
    return result;
  };
}

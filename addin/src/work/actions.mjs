/** Everything a person can do in the pane, under one name each. */

import { caseWork } from './cases.mjs';
import { documentWork } from './document.mjs';
import { findingWork } from './findings.mjs';
import { formWork } from './form.mjs';
import { makeWork } from './make.mjs';
import { moreWork } from './more.mjs';
import { sessionWork } from './session.mjs';
import { syncWork } from './sync.mjs';

/** @param {import('./attempt.mjs').Means} means */
export function createActions(means) {
  const form = formWork(means);
  const { document, write, ...picking } = documentWork(means);
  return {
    ...sessionWork(means),
    ...caseWork({ ...means, loadForm: form.loadForm }),
    ...form,
    ...makeWork({ ...means, saveForm: form.saveForm }),
    ...picking,
    ...findingWork({ ...means, document, write }),
    ...syncWork({ ...means, document, write, loadForm: form.loadForm }),
    ...moreWork(means),
  };
}

/** @typedef {ReturnType<typeof createActions>} Actions */

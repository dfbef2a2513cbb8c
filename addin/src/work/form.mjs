/** @import { Means } from './attempt.mjs' */
/** @import { Diagnostic, FieldChange, FieldValue, FormDescription } from '../types.mjs' */

import { ApiError } from '../api.mjs';
import { changesOf, conflictsOf, fieldsOf, inputText, numberField, parseInput } from '../fields.mjs';
import { attempt, attemptOffered } from './attempt.mjs';

/** @param {Means} means */
export function formWork(means) {
  const { pane, api } = means;

  /** @param {FormDescription} description */
  function baseOf(description) {
    /** @type {Record<string, FieldValue>} */
    const base = {};
    for (const field of fieldsOf(description)) {
      base[field.field] = field.value === undefined ? null : field.value;
    }
    return base;
  }

  async function loadForm() {
    const { open, type } = pane.state;
    if (open === null || type === null) {
      return;
    }
    await attempt(means, 'form', async () => {
      const [description, fresh] = await Promise.all([api.form(open.name, type), api.openCase(open.name)]);
      pane.set({ open: fresh });
      pane.change('form', { description, base: baseOf(description), version: fresh.version, register: null });
    });
    const { description } = pane.state.form;
    if (description !== null && fieldsOf(description).some((field) => field.field === numberField(type))) {
      await attemptOffered(means, 'numbers', async () => pane.change('form', { register: await api.numbers(open.name, type) }));
    }
  }

  /** @returns {Promise<boolean>} whether everything typed is in the case now */
  async function saveForm() {
    const { open, type, form } = pane.state;
    if (open === null || type === null || form.description === null) {
      return false;
    }
    const t = means.texts();
    const { changes, problems } = changesOf(form.description, form.values);
    pane.change('form', { problems: Object.fromEntries(Object.entries(problems).map(([field, problem]) => [field, t(`field.${problem}`)])) });
    if (Object.keys(problems).length > 0) {
      pane.notify({ id: 'save', tone: 'warning', title: t('form.invalid', { count: Object.keys(problems).length }) });
      return false;
    }
    if (changes.length === 0) {
      return true;
    }
    return (await attempt(means, 'save', () => save(open.name, type, changes))) === true;
  }

  /**
   * @param {string} name
   * @param {string} type
   * @param {FieldChange[]} changes
   */
  async function save(name, type, changes) {
    /** @type {{ version: string, diagnostics: Diagnostic[] } | null} */
    let saved;
    try {
      saved = await api.saveCase(name, pane.state.form.version, changes);
    } catch (error) {
      if (!(error instanceof ApiError && error.trouble === 'conflict')) {
        throw error;
      }
      saved = await meet(name, type);
    }
    if (saved === null) {
      return false;
    }
    await afterSaving(name, type, saved);
    return true;
  }

  /**
   * The case changed meanwhile: take the new values, keep what was typed, and ask about what both changed.
   *
   * @param {string} name
   * @param {string} type
   */
  async function meet(name, type) {
    const [fresh, description] = await Promise.all([api.openCase(name), api.form(name, type)]);
    const { form } = pane.state;
    if (form.description === null) {
      return null;
    }
    const { changes } = changesOf(form.description, form.values);
    const conflicts = conflictsOf(description, changes, form.base);
    const known = new Map(form.conflicts.map((each) => [each.field, each]));
    const open = conflicts.map((each) => {
      const decided = known.get(each.field);
      return decided !== undefined && decided.theirs === each.theirs ? { ...each, choice: decided.choice } : each;
    });
    pane.set({ open: fresh });
    pane.change('form', { description, base: baseOf(description), version: fresh.version, conflicts: open });
    if (open.length > 0) {
      return null;
    }
    // Others changed other fields: nothing to ask.
    return api.saveCase(name, fresh.version, changes);
  }

  /**
   * @param {string} name
   * @param {string} type
   * @param {{ version: string, diagnostics: Diagnostic[] }} saved
   */
  async function afterSaving(name, type, saved) {
    const t = means.texts();
    const description = await api.form(name, type);
    const { open, form } = pane.state;
    if (open !== null) {
      pane.set({ open: { ...open, version: saved.version } });
    }
    const problems = Object.fromEntries(
      saved.diagnostics.filter((each) => each.field !== undefined && each.severity === 'error').map((each) => [each.field || '', each.message]),
    );
    // What was typed and saved is the case's now; what was typed while saving stays.
    const values = Object.fromEntries(Object.entries(form.values).filter(([field, text]) => {
      const now = fieldsOf(description).find((each) => each.field === field);
      return now !== undefined && parseInput(now, text).value !== (now.value === undefined ? null : now.value);
    }));
    pane.change('form', { description, base: baseOf(description), version: saved.version, values, problems, conflicts: [], savedAt: saved.version });
    pane.change('make', { check: null, files: [] });
    pane.notify({ id: 'save', tone: 'success', title: t('form.saved') });
  }

  return {
    loadForm,
    saveForm,

    /** Takes the document's number from the register into the form; it is in the case once the form is saved. */
    async takeNumber() {
      const { open, type } = pane.state;
      if (open !== null && type !== null) {
        await attempt(means, 'number', async () => {
          const { number, field } = await api.reserveNumber({ type, case: open.name });
          const { values, problems, register } = pane.state.form;
          const { [field]: _, ...others } = problems;
          const known = register === null ? null : { document: { ...register.document, number: { number } } };
          pane.change('form', { values: { ...values, [field]: number }, problems: others, savedAt: '', register: known });
        });
      }
    },

    /**
     * @param {string} field
     * @param {string} text
     */
    typeField(field, text) {
      const { values, problems } = pane.state.form;
      const { [field]: _, ...others } = problems;
      pane.change('form', { values: { ...values, [field]: text }, problems: others, savedAt: '' });
    },

    /**
     * Says what is wrong with a field when it is left, not while it is being typed.
     *
     * @param {string} name
     */
    leaveField(name) {
      const { description, values, problems } = pane.state.form;
      const field = description === null ? undefined : fieldsOf(description).find((each) => each.field === name);
      const text = values[name];
      if (field === undefined || text === undefined) {
        return;
      }
      const { value, problem } = parseInput(field, text);
      if (problem !== null) {
        pane.change('form', { problems: { ...problems, [name]: means.texts()(`field.${problem}`) } });
      } else if (inputText(value) !== text && field.kind !== 'multiline') {
        pane.change('form', { values: { ...values, [name]: inputText(value) } });
      }
    },

    /** @param {boolean} onlyMissing */
    showOnlyMissing(onlyMissing) {
      pane.change('form', { onlyMissing });
    },

    /** @param {string} field */
    fillField(field) {
      pane.change('form', { query: field });
      pane.set({ view: 'form' });
    },

    /** @param {string} query */
    filterFields(query) {
      pane.change('form', { query });
    },

    /**
     * @param {string} field
     * @param {'mine' | 'theirs'} choice
     */
    chooseVersion(field, choice) {
      pane.change('form', { conflicts: pane.state.form.conflicts.map((each) => (each.field === field ? { ...each, choice } : each)) });
    },

    /** Saves again once every conflict is decided. */
    async settleConflicts() {
      const { conflicts, values } = pane.state.form;
      const settled = { ...values };
      for (const conflict of conflicts) {
        settled[conflict.field] = inputText(conflict.choice === 'theirs' ? conflict.theirs : conflict.mine);
      }
      pane.change('form', { values: settled, conflicts: [] });
      await saveForm();
    },

    forgetTyped() {
      pane.change('form', { values: {}, problems: {}, conflicts: [] });
    },
  };
}

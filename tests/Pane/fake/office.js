// A stand-in for Office.js over a real .docx, strict where Word is strict: a property is read only after load and sync; a
// member above the declared requirement set does not exist; an unknown member is an error; objects of one Word.run are
// of no use in another; a file is handed out once and must be closed. Fails on demand.
// Needs fflate and word-document.js. Options in window.fakeOfficeOptions; tests talk to it through window.fakeWord.

(function () {
  'use strict';

  const options = { sets: { WordApi: '1.3', CustomXmlParts: '1.1', Settings: '1.1', File: '1.1', OpenBrowserWindowApi: '1.1' }, mode: 'readWrite', noBridge: false, host: 'Word', ...window.fakeOfficeOptions };
  const word = new FakeDocument(fromBase64(options.docx));
  word.isProtected = options.protected === true;
  const seen = { syncs: 0, longestBatch: 0, opened: [], links: [], selected: [], settings: {}, used: new Set(), openFile: false, failures: { sync: 0, getFile: 0, shortFile: 0, insertText: null } };
  const handlers = new Set();

  // What Office.js does to its page.
  history.pushState = null;
  history.replaceState = null;
  window.alert = window.confirm = window.prompt = () => {
    throw new Error('not supported in an add-in');
  };

  class OfficeError extends Error {
    constructor(code, message) {
      super(message ?? code);
      this.name = 'RichApi.Error';
      this.code = code;
    }
  }

  // Members by type: [requirement set, kind, body]. `value` is read after load; `object` leads to another; `call` is queued.
  const MEMBERS = {
    RequestContext: {
      document: ['1.1', 'object', () => ['Document', () => word]],
      application: ['1.3', 'object', () => ['Application', () => word]],
      sync: ['1.1', 'plain'],
    },
    Application: { createDocument: ['1.3', 'object', (_, content) => ['DocumentCreated', () => content]] },
    DocumentCreated: { open: ['1.3', 'call', (content) => void seen.opened.push(content)] },
    Document: {
      contentControls: ['1.1', 'object', () => ['ContentControlCollection', () => word.controls()]],
      body: ['1.1', 'object', () => ['Body', () => ({ type: 'MainDoc' })]],
      getSelection: ['1.1', 'object', () => ['Range', () => word.cursor ?? 'start']],
      changeTrackingMode: ['1.4', 'value', () => word.tracking, (_, mode) => void (word.tracking = mode)],
    },
    ContentControlCollection: {
      items: ['1.1', 'items', 'ContentControl'],
      getByTag: ['1.1', 'object', (list, tag) => ['ContentControlCollection', () => list().filter((each) => word.tagOf(each) === tag)]],
    },
    ContentControl: {
      tag: ['1.1', 'value', (control) => word.tagOf(control), (control, tag) => word.setTag(control, tag)],
      title: ['1.1', 'value', (control) => word.titleOf(control)],
      text: ['1.1', 'value', (control) => shown(control)],
      placeholderText: ['1.1', 'value', () => '单击此处输入文字。'],
      cannotEdit: ['1.1', 'value', (control) => word.isLocked(control), (control, on) => word.lock(control, on)],
      appearance: ['1.1', 'value', () => 'Hidden', (control, look) => word.setAppearance(control, look === 'Hidden' ? 'hidden' : 'boundingBox')],
      parentBody: ['1.3', 'object', (control) => ['Body', () => ({ type: word.bodyTypeOf(control()) })]],
      insertText: ['1.1', 'call', (control, text, place) => write(control, () => (place === 'Replace' ? word.replaceText(control, text) : word.appendText(control, text)), text)],
      insertBreak: ['1.1', 'call', (control) => write(control, () => word.appendBreak(control))],
      clear: ['1.1', 'call', (control) => write(control, () => word.replaceText(control, ''))],
      select: ['1.1', 'call', select],
      onDataChanged: ['1.5', 'object', () => ['Nothing', () => null]],
    },
    Body: {
      type: ['1.3', 'value', (body) => body.type],
      search: ['1.1', 'object', (_, text) => ['RangeCollection', () => [found(text)].filter((each) => each !== null)]],
    },
    RangeCollection: {
      items: ['1.1', 'items', 'Range'],
      getFirstOrNullObject: ['1.3', 'object', (list) => ['Range', () => list()[0] ?? null]],
    },
    Range: {
      text: ['1.1', 'value', (range) => (range === 'start' ? '' : word.textOf(range))],
      getRange: ['1.3', 'object', (range) => ['Range', range]],
      parentContentControlOrNullObject: ['1.3', 'object', (range) => ['ContentControl', () => enclosing(range())]],
      insertFileFromBase64: ['1.1', 'call', (_, content) => changed(() => word.insertBlocks(FakeDocument.blocksOf(fromBase64(content))))],
      insertOoxml: ['1.1', 'call', (_, xml) => changed(() => word.insertBlocks(FakeDocument.blocksOf(xml)))],
      select: ['1.1', 'call', select],
    },
  };

  function shown(control) {
    const text = word.textOf(control);
    return text === '' ? '单击此处输入文字。' : text;
  }

  function write(control, change, text) {
    if (word.isLocked(control)) {
      throw new OfficeError('AccessDenied', 'the control is locked');
    }
    if (text !== undefined && text === seen.failures.insertText) {
      throw new OfficeError('GeneralException', 'asked to fail');
    }
    changed(change);
  }

  function changed(change) {
    if (word.isProtected || options.mode === 'readOnly') {
      throw new OfficeError('AccessDenied', 'the document is protected');
    }
    change();
  }

  function select(place) {
    word.cursor = place;
    seen.selected.push(word.textOf(place));
    handlers.forEach((handler) => setTimeout(handler, 0));
  }

  function found(text) {
    if (text.length > 255) {
      throw new OfficeError('SearchStringInvalidOrTooLong');
    }
    return word.find(text.replace(/\^\^/g, '^'));
  }

  function enclosing(place) {
    for (let each = place === 'start' ? null : place; each; each = each.parentElement) {
      if (each.localName === 'sdt') {
        return each;
      }
    }
    return null;
  }

  const supports = (set, version) => {
    const has = (options.sets[set] ?? '0').split('.').map(Number);
    const wants = version.split('.').map(Number);
    return has[0] > wants[0] || (has[0] === wants[0] && (has[1] ?? 0) >= (wants[1] ?? 0));
  };

  /** An object of Word's as a pane sees it: a promise of one, until it is loaded. */
  function proxy(type, resolve, batch) {
    const loaded = {};
    let isNull;
    const self = new Proxy({}, {
      get(_, name) {
        if (typeof name === 'symbol' || name === 'then' || name === 'toJSON') {
          return undefined;
        }
        if (name === 'load') {
          return (what) => batch.add(() => fill(type, resolve(), what, loaded, (gone) => (isNull = gone), batch));
        }
        if (name === 'isNullObject') {
          return ready(isNull, type, name);
        }
        const member = memberOf(type, name);
        if (member === undefined) {
          return undefined;
        }
        seen.used.add(`${type}.${name}`);
        const [, kind, body] = member;
        switch (kind) {
          case 'value':
          case 'items':
            return ready(loaded[name], type, name);
          case 'object':
            return isMethod(type, name) ? (...given) => made(body, given) : loaded[name] ?? made(body, []);
          case 'call':
            return (...given) => batch.add(() => body(present(resolve()), ...given));
          default:
            return undefined;
        }
      },
      set(_, name, value) {
        const member = memberOf(type, name);
        if (member?.[3] === undefined) {
          throw new TypeError(`Word.${type}.${name} cannot be set`);
        }
        seen.used.add(`${type}.${name}`);
        batch.add(() => changed(() => member[3](present(resolve()), value)));
        return true;
      },
    });

    function made(body, given) {
      const [childType, childResolve] = body(resolve, ...given);
      return proxy(childType, childResolve, batch);
    }
    return self;
  }

  function isMethod(type, name) {
    return /^(get|create|search)/.test(name);
  }

  function memberOf(type, name) {
    const member = MEMBERS[type][name];
    if (member === undefined) {
      throw new TypeError(`the stand-in knows no Word.${type}.${name}`);
    }
    return supports('WordApi', member[0]) ? member : undefined;
  }

  function present(target) {
    if (target === null || target === undefined) {
      throw new OfficeError('ItemNotFound');
    }
    return target;
  }

  function ready(value, type, name) {
    if (value === undefined) {
      throw new OfficeError('PropertyNotLoaded', `The property '${name}' of ${type} is not available. Before reading the property's value, call the load method and sync.`);
    }
    return value;
  }

  /** What load asked for, at the time of the sync. */
  function fill(type, target, what, loaded, tellNull, batch) {
    tellNull(target === null);
    if (target === null) {
      return;
    }
    const paths = what.split(',').map((path) => path.trim());
    if (paths.some((path) => path.startsWith('items'))) {
      const itemType = MEMBERS[type].items[2];
      loaded.items = target.map((each) => {
        const item = proxy(itemType, () => each, batch);
        batch.now(() => item.load(paths.map((path) => path.replace(/^items\//, '')).filter((path) => path !== 'items').join(',')));
        return item;
      });
      return;
    }
    for (const path of paths.filter((each) => each !== '')) {
      const [name, ...rest] = path.split('/');
      const member = memberOf(type, name);
      if (member === undefined) {
        throw new OfficeError('InvalidArgument', `no ${type}.${name} in this requirement set`);
      }
      seen.used.add(`${type}.${name}`);
      if (rest.length > 0) {
        const [childType, childResolve] = member[2](() => target);
        loaded[name] = proxy(childType, childResolve, batch);
        batch.now(() => loaded[name].load(rest.join('/')));
      } else {
        loaded[name] = member[2](target);
      }
    }
  }

  function createBatch() {
    let queue = [];
    let isOver = false;
    let direct = false;
    return {
      add(work) {
        if (isOver) {
          throw new OfficeError('InvalidRequestContext', 'an object of another Word.run');
        }
        if (direct) {
          work();
        } else {
          queue.push(work);
        }
      },
      now(work) {
        direct = true;
        work();
        direct = false;
      },
      async sync() {
        seen.syncs++;
        seen.longestBatch = Math.max(seen.longestBatch, queue.length);
        const work = queue;
        queue = [];
        await new Promise((resolve) => setTimeout(resolve, 1));
        if (seen.failures.sync > 0) {
          seen.failures.sync--;
          throw new OfficeError('GeneralException', 'asked to fail');
        }
        work.forEach((each) => each());
      },
      end() {
        isOver = true;
      },
    };
  }

  window.Word = {
    async run(work) {
      const batch = createBatch();
      const context = {
        document: proxy('Document', () => word, batch),
        sync: () => batch.sync(),
        ...(supports('WordApi', '1.3') ? { application: proxy('Application', () => word, batch) } : {}),
      };
      seen.used.add('RequestContext.sync');
      try {
        const result = await work(context);
        await batch.sync();
        return result;
      } finally {
        batch.end();
      }
    },
  };

  const succeeded = (value) => ({ status: 'succeeded', value });
  const failed = (code, message) => ({ status: 'failed', error: { code, message } });
  const later = (done, result) => setTimeout(() => done?.(result), 0);

  function openFile(done) {
    if (seen.failures.getFile > 0) {
      seen.failures.getFile--;
      return later(done, failed(5001, 'An internal error has occurred.'));
    }
    if (seen.openFile) {
      return later(done, failed(11001, 'A file is open already.'));
    }
    seen.openFile = true;
    const bytes = word.save();
    const size = 64 * 1024;
    let isBusy = false;
    const isShort = seen.failures.shortFile-- > 0;
    return later(done, succeeded({
      size: bytes.length,
      sliceCount: Math.ceil(bytes.length / size),
      getSliceAsync(index, answer) {
        if (isBusy) {
          return later(answer, failed(5001, 'slices are asked for one at a time'));
        }
        isBusy = true;
        return later((result) => {
          isBusy = false;
          answer(result);
        }, succeeded({ index, data: [...bytes.slice(index * size, (index + 1) * size - (isShort ? 1 : 0))] }));
      },
      closeAsync(answer) {
        seen.openFile = false;
        later(answer, succeeded());
      },
    }));
  }

  function partObject(name) {
    return {
      getXmlAsync: (done) => later(done, succeeded(new XMLSerializer().serializeToString(word.dom(name).documentElement))),
      deleteAsync(done) {
        word.deleteCustomPart(name);
        later(done, succeeded());
      },
    };
  }

  const unsaved = {};
  window.Office = {
    HostType: { Word: 'Word', Excel: 'Excel' },
    FileType: { Text: 'text', Compressed: 'compressed', Pdf: 'pdf' },
    EventType: { DocumentSelectionChanged: 'documentSelectionChanged' },
    AsyncResultStatus: { Succeeded: 'succeeded', Failed: 'failed' },
    DocumentMode: { ReadOnly: 'readOnly', ReadWrite: 'readWrite' },
    onReady: () => (options.noBridge ? new Promise(() => {}) : Promise.resolve({ host: options.host, platform: 'PC' })),
    context: {
      requirements: { isSetSupported: supports },
      ui: { openBrowserWindow: (address) => void seen.links.push(address) },
      document: {
        mode: options.mode,
        getFileAsync: (type, how, done) => openFile(done),
        addHandlerAsync(type, handler, done) {
          handlers.add(handler);
          later(done, succeeded());
        },
        removeHandlerAsync(type, how) {
          handlers.delete(how.handler);
        },
        customXmlParts: {
          getByNamespaceAsync: (namespace, done) => later(done, succeeded(word.customParts(namespace).map(partObject))),
          addAsync(xml, done) {
            word.addCustomPart(xml);
            later(done, succeeded());
          },
        },
        settings: {
          get: (name) => (name in unsaved ? unsaved[name] : seen.settings[name] ?? null),
          set: (name, value) => void (unsaved[name] = value),
          saveAsync(done) {
            Object.assign(seen.settings, unsaved);
            later(done, succeeded());
          },
        },
      },
    },
  };

  window.fakeWord = {
    seen,
    document: word,
    save: () => toBase64(word.save()),
    type(tag, occurrence, text) {
      word.typeOver(tag, occurrence, text);
    },
    moveCursor(tag, occurrence) {
      select(word.controls().filter((each) => word.tagOf(each) === tag)[occurrence]);
    },
    controls: () => word.controls().map((each) => ({ tag: word.tagOf(each), text: word.textOf(each), locked: word.isLocked(each) })),
    used: () => [...seen.used].sort(),
  };

  function fromBase64(text) {
    return Uint8Array.from(atob(text), (each) => each.charCodeAt(0));
  }

  function toBase64(bytes) {
    let binary = '';
    for (let i = 0; i < bytes.length; i += 8192) {
      binary += String.fromCharCode(...bytes.subarray(i, i + 8192));
    }
    return btoa(binary);
  }
})();

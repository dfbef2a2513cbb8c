/**
 * A stand-in for WPS: the members of its object model that host/wps.mjs uses, after the vendor's published declaration,
 * collections counting from one, objects that throw where the declaration has no such member.
 */

/** @param {{ tag: string, text: string, title?: string, locked?: boolean }[]} controls */
export function fakeWps(controls, more = {}) {
  const files = new Map();
  const listeners = new Map();
  const log = { opened: [], selected: [], inserted: [], links: [], saved: 0, trackedWrites: [] };
  const parts = [];

  const wpsControls = controls.map((each, index) => {
    const text = { value: each.text };
    const range = strict('Range', {
      get Text() {
        return text.value;
      },
      set Text(value) {
        if (control.LockContents) {
          throw new Error('locked');
        }
        if (each.silent !== true) {
          text.value = document.TrackRevisions ? text.value + value : value;
        }
        log.trackedWrites.push(document.TrackRevisions);
      },
      Select: () => void log.selected.push(index),
    });
    const control = strict('ContentControl', { Tag: each.tag, Title: each.title ?? '', LockContents: each.locked === true, Range: range, Appearance: 2 });
    return control;
  });

  const document = strict('Document', {
    ContentControls: collection(() => wpsControls),
    SelectContentControlsByTag: (tag) => collection(() => wpsControls.filter((each) => each.Tag === tag)),
    TrackRevisions: false,
    ReadOnly: false,
    ProtectionType: -1,
    Path: '/home/a',
    FullName: '/home/a/文书.docx',
    Saved: false,
    Save() {
      log.saved++;
      files.set('/home/a/文书.docx', '\x50\x4b\xff');
    },
    Content: strict('Range', {
      Find: strict('Find', { Execute: (text) => text.startsWith('本院') }),
      Select: () => void log.selected.push('text'),
    }),
    CustomXMLParts: strict('CustomXMLParts', {
      SelectByNamespace: (namespace) => collection(() => parts.filter((part) => part.XML.includes(namespace))),
      Add(xml) {
        const part = strict('CustomXMLPart', { XML: xml, Delete: () => void parts.splice(parts.indexOf(part), 1) });
        parts.push(part);
        return part;
      },
    }),
    ...more,
  });

  const application = strict('Application', {
    CreateTaskPane: () => ({}),
    ActiveDocument: document,
    Documents: strict('Documents', { Open: (path) => void log.opened.push([path, files.get(path)]) }),
    Selection: strict('Selection', {
      Range: strict('Range', {
        ParentContentControl: wpsControls[0] ?? null,
        Collapse: (direction) => void log.inserted.push(['collapse', direction]),
        InsertXML: (xml) => void log.inserted.push(['xml', xml]),
        InsertFile: (path) => void log.inserted.push(['file', files.get(path)]),
      }),
    }),
    ApiEvent: strict('ApiEvent', {
      AddApiEventListener: (name, listener) => void listeners.set(name, listener),
      RemoveApiEventListener: (name) => void listeners.delete(name),
    }),
    FileSystem: strict('FileSystem', {
      copyFileSync(source, target) {
        files.set(target, files.get(source));
        return files.has(source);
      },
      readAsBinaryString: (path) => files.get(path),
      writeAsBinaryString(path, text) {
        files.set(path, text);
        return true;
      },
      unlinkSync: (path) => files.delete(path),
    }),
    Env: strict('Env', { GetTempPath: () => '/tmp' }),
    OAAssist: strict('OAAssist', { ShellExecute: (address) => void log.links.push(address) }),
  });

  return { application, document, log, files, listeners, parts, controls: wpsControls };
}

function collection(items) {
  return strict('collection', {
    get Count() {
      return items().length;
    },
    Item(index) {
      if (index < 1 || index > items().length) {
        throw new RangeError(`collections count from 1 to ${items().length}`);
      }
      return items()[index - 1];
    },
  });
}

function strict(name, members) {
  return new Proxy(members, {
    get(target, key) {
      if (typeof key === 'string' && key !== 'then' && !(key in target)) {
        throw new TypeError(`WPS has no ${name}.${key}`);
      }
      return target[key];
    },
  });
}

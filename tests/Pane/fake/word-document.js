// A .docx in memory that can be edited as Word would: the ground the stand-in for Office.js stands on.
// Needs fflate. Classic script, so that it can take the place of office.js.

var FakeDocument = (function () {
  'use strict';

  const W = 'http://schemas.openxmlformats.org/wordprocessingml/2006/main';
  const W15 = 'http://schemas.microsoft.com/office/word/2012/wordml';
  const XML = 'http://www.w3.org/XML/1998/namespace';
  const RELS = 'http://schemas.openxmlformats.org/package/2006/relationships';
  const CUSTOM_XML = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships/customXml';
  const LONGEST_TAG = 64;

  class FakeDocument {
    constructor(bytes) {
      this.files = fflate.unzipSync(bytes);
      this.doms = new Map();
      this.tracking = 'Off';
      this.changes = 0;
      this.cursor = null;
      this.silent = new Set();
      this.isProtected = false;
      this.insertionLosesTags = false;
    }

    /** The parsed part; what is changed in it is saved. */
    dom(name) {
      if (!this.doms.has(name)) {
        this.doms.set(name, new DOMParser().parseFromString(fflate.strFromU8(this.files[name]), 'application/xml'));
      }
      return this.doms.get(name);
    }

    save() {
      const files = { ...this.files };
      for (const [name, dom] of this.doms) {
        files[name] = fflate.strToU8('<?xml version="1.0" encoding="UTF-8" standalone="yes"?>' + new XMLSerializer().serializeToString(dom.documentElement));
      }
      return fflate.zipSync(files, { level: 1 });
    }

    /** Body first, then headers, then footers, as Word counts. */
    textParts() {
      const margins = Object.keys(this.files).filter((name) => /^word\/(header|footer)\d*\.xml$/.test(name)).sort();
      return ['word/document.xml', ...margins.filter((name) => name.includes('header')), ...margins.filter((name) => name.includes('footer'))];
    }

    controls() {
      return this.textParts().flatMap((name) => [...this.dom(name).getElementsByTagNameNS(W, 'sdt')]);
    }

    bodyTypeOf(control) {
      const name = this.textParts().find((part) => this.dom(part) === control.ownerDocument);
      return name.includes('header') ? 'Header' : name.includes('footer') ? 'Footer' : 'MainDoc';
    }

    tagOf(control) {
      return property(control, 'tag')?.getAttributeNS(W, 'val') ?? '';
    }

    titleOf(control) {
      return property(control, 'alias')?.getAttributeNS(W, 'val') ?? '';
    }

    setTag(control, tag) {
      if (tag.length > LONGEST_TAG) {
        throw new Error(`a tag has at most ${LONGEST_TAG} characters`);
      }
      property(control, 'tag').setAttributeNS(W, 'w:val', tag);
    }

    isLocked(control) {
      return /contentLocked/i.test(property(control, 'lock')?.getAttributeNS(W, 'val') ?? '');
    }

    lock(control, isLocked) {
      property(control, 'lock')?.remove();
      if (isLocked) {
        const lock = control.ownerDocument.createElementNS(W, 'w:lock');
        lock.setAttributeNS(W, 'w:val', 'contentLocked');
        // The schema asks for an order: alias, tag, id, lock, …
        property(control, 'id').after(lock);
      }
    }

    setAppearance(control, shown) {
      const appearance = [...property(control, 'tag').parentNode.children].find((each) => each.localName === 'appearance');
      appearance?.setAttributeNS(W15, 'w15:val', shown);
    }

    textOf(element) {
      const paragraphs = [...element.getElementsByTagNameNS(W, 'p')];
      return paragraphs.length > 1 ? paragraphs.map(runsText).join('\r') : runsText(element);
    }

    /** Replaces the text of a control, keeping the look of its first run. */
    replaceText(control, text) {
      if (this.silent.has(this.tagOf(control))) {
        return;
      }
      const content = contentOf(control);
      const look = content.getElementsByTagNameNS(W, 'rPr')[0]?.cloneNode(true);
      const place = this.emptied(content);
      if (text !== '') {
        place.append(this.inserted(content.ownerDocument, text, look));
      }
    }

    appendText(control, text) {
      const content = contentOf(control);
      const runs = content.getElementsByTagNameNS(W, 'r');
      const look = runs[runs.length - 1]?.getElementsByTagNameNS(W, 'rPr')[0]?.cloneNode(true);
      (content.getElementsByTagNameNS(W, 'p')[0] ?? content).append(this.inserted(content.ownerDocument, text, look));
    }

    appendBreak(control) {
      const content = contentOf(control);
      const run = content.ownerDocument.createElementNS(W, 'w:r');
      run.append(content.ownerDocument.createElementNS(W, 'w:br'));
      (content.getElementsByTagNameNS(W, 'p')[0] ?? content).append(this.tracking === 'Off' ? run : this.marked('ins', run));
    }

    /** Takes the text out, or marks it deleted; where new text goes. */
    emptied(content) {
      const [first, ...others] = content.getElementsByTagNameNS(W, 'p');
      const place = first ?? content;
      for (const run of [...place.getElementsByTagNameNS(W, 'r')]) {
        if (this.tracking === 'Off') {
          run.remove();
        } else if (run.parentNode.localName !== 'del') {
          const mark = this.marked('del');
          run.replaceWith(mark);
          mark.append(run);
          [...run.getElementsByTagNameNS(W, 't')].forEach((text) => text.replaceWith(renamed(text, 'w:delText')));
        }
      }
      others.forEach((paragraph) => paragraph.remove());
      return place;
    }

    inserted(dom, text, look) {
      const run = dom.createElementNS(W, 'w:r');
      if (look) {
        run.append(look);
      }
      const words = dom.createElementNS(W, 'w:t');
      words.setAttributeNS(XML, 'xml:space', 'preserve');
      words.textContent = text;
      run.append(words);
      return this.tracking === 'Off' ? run : this.marked('ins', run);
    }

    marked(name, run) {
      const dom = this.dom('word/document.xml');
      const mark = dom.createElementNS(W, `w:${name}`);
      mark.setAttributeNS(W, 'w:id', String(90_000 + this.changes++));
      mark.setAttributeNS(W, 'w:author', '测试');
      mark.setAttributeNS(W, 'w:date', '2026-01-01T00:00:00Z');
      if (run) {
        mark.append(run);
      }
      return mark;
    }

    /** Puts foreign paragraphs after the one the cursor is in. */
    insertBlocks(blocks) {
      const body = this.dom('word/document.xml').getElementsByTagNameNS(W, 'body')[0];
      const inside = this.cursor?.closest?.('p');
      const blocksOfBody = [...body.children];
      let place = blocksOfBody.find((each) => inside && each.contains(inside)) ?? blocksOfBody.filter((each) => each.localName !== 'sectPr').pop();
      for (const block of blocks) {
        const copy = body.ownerDocument.importNode(block, true);
        if (this.insertionLosesTags) {
          [...copy.getElementsByTagNameNS(W, 'sdt')].forEach((control) => control.replaceWith(...contentOf(control).childNodes));
        }
        [...copy.getElementsByTagNameNS(W, 'sdt')].forEach((control) => property(control, 'id').setAttributeNS(W, 'w:val', String(70_000 + this.changes++)));
        place.after(copy);
        place = copy;
      }
    }

    /** The first run whose paragraph says this. */
    find(text) {
      for (const paragraph of this.dom('word/document.xml').getElementsByTagNameNS(W, 'p')) {
        if (runsText(paragraph).includes(text)) {
          return paragraph;
        }
      }
      return null;
    }

    customParts(namespace) {
      return Object.keys(this.files).filter(
        (name) => /^customXml\/item\d+\.xml$/.test(name) && this.dom(name).documentElement.namespaceURI === namespace,
      );
    }

    addCustomPart(xml) {
      const number = 1 + Math.max(0, ...Object.keys(this.files).map((name) => Number(/^customXml\/item(\d+)\.xml$/.exec(name)?.[1] ?? 0)));
      this.files[`customXml/item${number}.xml`] = fflate.strToU8(xml);
      const rels = this.dom('word/_rels/document.xml.rels');
      const relation = rels.createElementNS(RELS, 'Relationship');
      relation.setAttribute('Id', `rIdCustom${number}`);
      relation.setAttribute('Type', CUSTOM_XML);
      relation.setAttribute('Target', `../customXml/item${number}.xml`);
      rels.documentElement.append(relation);
    }

    deleteCustomPart(name) {
      delete this.files[name];
      this.doms.delete(name);
      const own = `customXml/_rels/${name.split('/')[1]}.rels`;
      if (this.files[own]) {
        const target = /Target="([^"]+)"/.exec(fflate.strFromU8(this.files[own]))?.[1];
        delete this.files[own];
        delete this.files[`customXml/${target}`];
        this.dropContentType(`/customXml/${target}`);
      }
      this.dropContentType(`/${name}`);
      for (const rels of ['word/_rels/document.xml.rels', '_rels/.rels'].filter((each) => this.files[each])) {
        [...this.dom(rels).documentElement.children].filter((each) => (each.getAttribute('Target') ?? '').endsWith(name)).forEach((each) => each.remove());
      }
    }

    dropContentType(part) {
      [...this.dom('[Content_Types].xml').documentElement.children].filter((each) => each.getAttribute('PartName') === part).forEach((each) => each.remove());
    }

    /** What a person types over a control, outside of any API. */
    typeOver(tag, occurrence, text) {
      this.replaceText(this.controls().filter((each) => this.tagOf(each) === tag)[occurrence], text);
    }
  }

  /** The blocks of another document's body, or of a flat package. */
  FakeDocument.blocksOf = function (source) {
    const dom = typeof source === 'string' ? new DOMParser().parseFromString(source, 'application/xml') : new FakeDocument(source).dom('word/document.xml');
    const body = dom.getElementsByTagNameNS(W, 'body')[0];
    return [...body.children].filter((each) => each.localName !== 'sectPr');
  };

  function property(control, name) {
    return [...(control.getElementsByTagNameNS(W, 'sdtPr')[0]?.children ?? [])].find((each) => each.localName === name);
  }

  function contentOf(control) {
    return [...control.children].find((each) => each.localName === 'sdtContent');
  }

  // Text that is deleted under tracked changes is still there until someone accepts.
  function runsText(element) {
    let text = '';
    for (const each of element.getElementsByTagNameNS(W, '*')) {
      if (each.localName === 't' || each.localName === 'delText') {
        text += each.textContent;
      } else if (each.localName === 'tab' && each.parentNode.localName === 'r') {
        text += '\t';
      } else if (each.localName === 'br') {
        text += '\v';
      }
    }
    return text;
  }

  function renamed(element, name) {
    const copy = element.ownerDocument.createElementNS(W, name);
    copy.setAttributeNS(XML, 'xml:space', 'preserve');
    copy.textContent = element.textContent;
    return copy;
  }

  return FakeDocument;
})();

/**
 * Elements described as values, and the least work that makes a page agree with them.
 *
 * Whole views are described anew on each change; patching keeps the elements that stay, and with them focus, the
 * caret, a running input method and the scroll position.
 *
 * @typedef {{ tag: string, props: Record<string, any>, children: Child[], key?: string }} Element
 * @typedef {Element | string} Child
 * @typedef {Child | number | null | undefined | false | any[]} Content
 */

/** Properties that must be set as such: the attribute only says how an element starts. */
const LIVE = new Set(['value', 'checked', 'disabled', 'open', 'indeterminate']);

/**
 * @param {string} tag an element's name, with classes after dots: `button.primary`
 * @param {Record<string, any> | null} [props] attributes, live properties, and listeners as `onclick`
 * @param {...Content} children
 * @returns {Element}
 */
export function h(tag, props, ...children) {
  const [name, ...classes] = tag.split('.');
  const { key, ...rest } = props || {};
  if (classes.length > 0) {
    rest.class = rest.class ? `${classes.join(' ')} ${rest.class}` : classes.join(' ');
  }
  return { tag: name, props: rest, children: flatten(children), key };
}

/**
 * Makes the children of an element those described.
 *
 * @param {globalThis.Element} parent
 * @param {Content[]} children
 */
export function render(parent, ...children) {
  patchChildren(parent, flatten(children));
}

/**
 * @param {Content[]} contents
 * @returns {Child[]}
 */
function flatten(contents) {
  /** @type {Child[]} */
  const flat = [];
  for (const content of contents) {
    if (Array.isArray(content)) {
      flat.push(...flatten(content));
    } else if (content !== null && content !== undefined && content !== false && content !== '') {
      flat.push(typeof content === 'number' ? String(content) : content);
    }
  }
  return flat;
}

/** What a node was made from, and its listeners. @type {WeakMap<Node, { key?: string, props: Record<string, any> }>} */
const made = new WeakMap();

/**
 * @param {globalThis.Element} parent
 * @param {Child[]} children
 */
function patchChildren(parent, children) {
  const keyed = keyedNodes(parent, new Set(children.map((child) => (typeof child === 'string' ? undefined : child.key))));
  let next = parent.firstChild;
  for (const child of children) {
    const known = typeof child !== 'string' && child.key !== undefined ? keyed.get(child.key) : next;
    const node = known && agrees(known, child) ? known : create(child);
    if (node === next) {
      next = node.nextSibling;
    } else {
      parent.insertBefore(node, next);
    }
    if (typeof child !== 'string') {
      patch(/** @type {globalThis.Element} */ (node), child);
    } else if (node.nodeValue !== child) {
      node.nodeValue = child;
    }
  }
  while (next !== null) {
    const after = next.nextSibling;
    next.remove();
    next = after;
  }
}

/**
 * The nodes that have a key; those whose key is wanted no more go first, so that what stays need not move.
 *
 * @param {globalThis.Element} parent
 * @param {Set<string | undefined>} wanted
 */
function keyedNodes(parent, wanted) {
  /** @type {Map<string, ChildNode>} */
  const keyed = new Map();
  for (const node of [...parent.childNodes]) {
    const key = keyOf(node);
    if (key !== undefined && wanted.has(key)) {
      keyed.set(key, node);
    } else if (key !== undefined) {
      node.remove();
    }
  }
  return keyed;
}

/** @param {Node} node */
function keyOf(node) {
  const memory = made.get(node);
  return memory === undefined ? undefined : memory.key;
}

/**
 * @param {Node} node
 * @param {Child} child
 */
function agrees(node, child) {
  return typeof child === 'string'
    ? node.nodeType === Node.TEXT_NODE
    : node instanceof globalThis.Element && node.localName === child.tag && keyOf(node) === child.key;
}

/**
 * @param {Child} child
 * @returns {ChildNode}
 */
function create(child) {
  if (typeof child === 'string') {
    return document.createTextNode(child);
  }
  const isDrawing = child.tag === 'svg' || child.tag === 'path';
  const element = isDrawing ? document.createElementNS('http://www.w3.org/2000/svg', child.tag) : document.createElement(child.tag);
  made.set(element, { key: child.key, props: {} });
  return element;
}

/**
 * @param {globalThis.Element} element
 * @param {Element} described
 */
function patch(element, described) {
  const memory = made.get(element);
  if (memory === undefined) {
    return;
  }
  // Children first: a choice list must hold its options before it can take its value.
  patchChildren(element, described.children);
  const before = memory.props;
  memory.props = described.props;
  for (const name of new Set([...Object.keys(before), ...Object.keys(described.props)])) {
    setProperty(element, name, before[name], described.props[name]);
  }
}

/**
 * @param {any} element
 * @param {string} name
 * @param {any} before
 * @param {any} after
 */
function setProperty(element, name, before, after) {
  if (name.startsWith('on')) {
    if (before === undefined && after !== undefined) {
      const event = name.slice(2);
      element.addEventListener(event, (/** @type {Event} */ happened) => {
        const memory = made.get(element);
        const listener = memory === undefined ? undefined : memory.props[name];
        if (listener !== undefined) {
          listener(happened);
        }
      });
    }
  } else if (LIVE.has(name)) {
    // The page's own value may differ from what was set last: a person has typed.
    const wanted = after === undefined || after === null ? (name === 'value' ? '' : false) : after;
    if (element[name] !== wanted) {
      element[name] = wanted;
    }
  } else if (before !== after) {
    if (after === null || after === undefined || after === false) {
      element.removeAttribute(name);
    } else {
      element.setAttribute(name, after === true ? '' : String(after));
    }
  }
}

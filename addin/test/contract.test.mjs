import assert from 'node:assert/strict';
import { existsSync, readFileSync, readdirSync, statSync } from 'node:fs';
import { dirname, join, relative } from 'node:path';
import { test } from 'node:test';
import { fileURLToPath } from 'node:url';
import ts from 'typescript';

import { officeMembers } from '../scripts/office-members.mjs';

const root = join(dirname(fileURLToPath(import.meta.url)), '..');
const library = join(root, 'node_modules', '@microsoft', 'office-js', 'dist');

/** What Office 2019 and LTSC 2021 have. */
const BASELINE = 1.3;

/** Above the baseline, and why that does no harm. */
const ASKED_FOR_FIRST = { 'Word.Document.changeTrackingMode': 'only where isSetSupported says WordApi 1.4' };

const members = officeMembers();

test('every member of Word the pane uses is in the baseline, or is asked for first', () => {
  const above = members.filter(({ name, set }) => set?.startsWith('WordApi') && Number(set.split(' ')[1]) > BASELINE && !(name in ASKED_FOR_FIRST));
  assert.deepEqual(above.map(({ name, set, place }) => `${name} ${set} ${place}`), []);
  assert.ok(members.length > 60, `the collector finds the members (${members.length})`);
  assert.ok(members.some(({ name }) => name === 'Word.ContentControl.insertText'));
});

test('every member of Word is one the type definitions give a requirement set to', () => {
  const basics = /^Word\.(run|RequestContext\.|\w+\.(load|items)$)|^Word\.\w+\.(load|items)$/;
  const without = members.filter(({ name, set }) => name.startsWith('Word.') && set === null && !basics.test(name));
  assert.deepEqual(without.map(({ name }) => name), []);
});

test('every member exists in the library that is hosted here', () => {
  const word = readFileSync(join(library, 'word-win32-16.01.js'), 'utf8');
  const loader = readFileSync(join(library, 'office.js'), 'utf8');
  const missing = members.filter(({ member }) => !new RegExp(`[."'\\s,{]${member}\\b`).test(word) && !new RegExp(`[."'\\s,{]${member}\\b`).test(loader));
  assert.deepEqual(missing.map(({ name }) => name), []);
});

test('only host/office*.mjs touch Office.js, only host/wps.mjs and main.mjs look for WPS', () => {
  for (const file of sources().filter((each) => !/host\/office[\w-]*\.mjs$|text\.[\w-]+\.mjs$/.test(each))) {
    const code = withoutComments(readFileSync(join(root, file), 'utf8'));
    assert.doesNotMatch(code, /\b(Office|Word|OfficeExtension)\.(?!mjs)/, file);
  }
});

test('nothing is newer than the browsers WPS carries: the language of 2019', () => {
  for (const file of sources()) {
    const source = ts.createSourceFile(file, readFileSync(join(root, file), 'utf8'), ts.ScriptTarget.ES2022, true, ts.ScriptKind.JS);
    const visit = (/** @type {ts.Node} */ node) => {
      const isNew =
        ts.isOptionalChain(node) ||
        ts.isPrivateIdentifier(node) ||
        ts.isClassStaticBlockDeclaration(node) ||
        (ts.isBinaryExpression(node) && [ts.SyntaxKind.QuestionQuestionToken, ts.SyntaxKind.QuestionQuestionEqualsToken, ts.SyntaxKind.BarBarEqualsToken, ts.SyntaxKind.AmpersandAmpersandEqualsToken].includes(node.operatorToken.kind)) ||
        (ts.isAwaitExpression(node) && !isInFunction(node));
      const { line } = source.getLineAndCharacterOfPosition(node.getStart());
      assert.ok(!isNew, `${file}:${line + 1} ${node.getText().slice(0, 60)}`);
      ts.forEachChild(node, visit);
    };
    visit(source);
    assert.doesNotMatch(source.text, /\.(replaceAll|at|findLast|toSorted|hasOwn|groupBy)\(|structuredClone/, file);
  }
});

test('no dialogs, no page made from strings, nothing inline, nothing from elsewhere', () => {
  for (const file of sources()) {
    assert.doesNotMatch(withoutComments(readFileSync(join(root, file), 'utf8')), /\b(alert|confirm|prompt|eval)\(|innerHTML|outerHTML|document\.write|localStorage/, file);
  }
  for (const page of ['index.html', 'taskpane.html', 'wps/index.html']) {
    const html = readFileSync(join(root, page), 'utf8');
    assert.doesNotMatch(html, /<script(?![^>]*\bsrc=")|<style|\sstyle=|\son\w+=|https?:\/\//, page);
    for (const [, path] of html.matchAll(/(?:src|href)="\/([^"]+)"/g)) {
      assert.ok(path.startsWith('office/') || existsSync(join(root, path)), `${page} → ${path}`);
    }
  }
});

test('files stay short enough to read', () => {
  for (const file of sources().filter((each) => !/text\./.test(each))) {
    assert.ok(readFileSync(join(root, file), 'utf8').split('\n').length <= 400, file);
  }
});

test('the list of office.js files is the library\'s', async () => {
  const { createHash } = await import('node:crypto');
  for (const line of readFileSync(join(root, 'scripts', 'office-files.txt'), 'utf8').trim().split('\n')) {
    const [hash, file] = line.split('  ');
    assert.equal(createHash('sha256').update(readFileSync(join(library, file))).digest('hex'), hash, file);
  }
});

/** @returns {string[]} */
function sources(folder = join(root, 'src')) {
  return readdirSync(folder).flatMap((name) => {
    const path = join(folder, name);
    return statSync(path).isDirectory() ? sources(path) : path.endsWith('.mjs') ? [relative(root, path).replaceAll('\\', '/')] : [];
  });
}

/** @param {string} code */
function withoutComments(code) {
  return code.replace(/\/\*[\s\S]*?\*\/|(?<=^|[\s;])\/\/.*/gm, '');
}

/** @param {ts.Node} node */
function isInFunction(node) {
  for (let each = node.parent; each !== undefined; each = each.parent) {
    if (ts.isFunctionLike(each)) {
      return true;
    }
  }
  return false;
}

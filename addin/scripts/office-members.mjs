/**
 * Every member of Word's and Office's object model that host/office*.mjs touches, with the requirement set the type
 * definitions give for it. Printed as JSON for tests that look at the real library; imported by the contract test.
 */

import { readdirSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import ts from 'typescript';

const root = join(dirname(fileURLToPath(import.meta.url)), '..');
const TYPES = join('node_modules', '@types', 'office-js');

/** @returns {{ name: string, type: string, member: string, set: string | null, place: string }[]} */
export function officeMembers() {
  const folder = join(root, 'src', 'host');
  const files = readdirSync(folder).filter((file) => /^office.*\.mjs$/.test(file)).map((file) => join(folder, file));
  const program = ts.createProgram(files, {
    allowJs: true,
    checkJs: true,
    noEmit: true,
    target: ts.ScriptTarget.ES2022,
    module: ts.ModuleKind.ES2022,
    moduleResolution: ts.ModuleResolutionKind.Bundler,
    lib: ['lib.es2022.d.ts', 'lib.dom.d.ts'],
    types: ['office-js'],
    typeRoots: [join(root, 'node_modules', '@types')],
    skipLibCheck: true,
  });
  const checker = program.getTypeChecker();
  const found = new Map();

  /** @param {ts.Node} node @param {ts.SourceFile} file */
  function visit(node, file) {
    if (ts.isPropertyAccessExpression(node)) {
      add(checker.getSymbolAtLocation(node.name), node, file);
    }
    // load('items/tag,items/parentBody/type') names members in a string.
    if (ts.isCallExpression(node) && ts.isPropertyAccessExpression(node.expression) && node.expression.name.text === 'load' && ts.isStringLiteral(node.arguments[0])) {
      node.arguments[0].text.split(',').forEach((path) => addPath(checker.getTypeAtLocation(node.expression.expression), path.trim().split('/'), node, file));
    }
    ts.forEachChild(node, (child) => visit(child, file));
  }

  /** @param {ts.Type} type @param {string[]} path @param {ts.Node} node @param {ts.SourceFile} file */
  function addPath(type, [name, ...rest], node, file) {
    const symbol = checker.getPropertyOfType(type, name);
    if (symbol === undefined) {
      throw new Error(`${checker.typeToString(type)} has no ${name}`);
    }
    add(symbol, node, file);
    const next = checker.getTypeOfSymbolAtLocation(symbol, node);
    if (rest.length > 0) {
      addPath(name === 'items' ? checker.getIndexTypeOfType(next, ts.IndexKind.Number) ?? next : next, rest, node, file);
    }
  }

  /** @param {ts.Symbol | undefined} symbol @param {ts.Node} node @param {ts.SourceFile} file */
  function add(symbol, node, file) {
    const declaration = symbol?.declarations?.[0];
    if (symbol === undefined || declaration === undefined || !declaration.getSourceFile().fileName.includes(TYPES)) {
      return;
    }
    const parent = /** @type {any} */ (declaration.parent);
    const type = parent.name?.text ?? '';
    const namespaces = [];
    for (let each = declaration.parent; each !== undefined; each = each.parent) {
      if (ts.isModuleDeclaration(each)) {
        namespaces.unshift(each.name.text);
      }
    }
    const name = [...namespaces, type, symbol.name].filter((part, i, all) => part !== '' && part !== all[i - 1]).join('.');
    const remarks = ts.getJSDocCommentsAndTags(declaration).map((each) => each.getText()).join('\n');
    const set = /\[Api set:\s*([^\]]+)\]/.exec(remarks)?.[1] ?? null;
    const { line } = file.getLineAndCharacterOfPosition(node.getStart());
    found.set(name, { name, type, member: symbol.name, set, place: `${file.fileName.split('/').pop()}:${line + 1}` });
  }

  for (const path of files) {
    const file = program.getSourceFile(path);
    if (file === undefined) {
      throw new Error(`cannot read ${path}`);
    }
    visit(file, file);
  }
  return [...found.values()].sort((a, b) => a.name.localeCompare(b.name, 'en'));
}

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  console.log(JSON.stringify(officeMembers(), null, 1));
}

/**
 * Fills addin/office/ with the files of office.js that Word asks for, out of node_modules, after checking each against the
 * hashes in office-files.txt. They are Microsoft's, under Microsoft's licence: never commit them (addin/README.md).
 *
 *   npm ci && npm run office              copies
 *   node scripts/take-office.mjs --list   prints the list anew, after the package was updated on purpose
 */

import { createHash } from 'node:crypto';
import { copyFileSync, existsSync, mkdirSync, readFileSync, readdirSync, rmSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

const here = dirname(fileURLToPath(import.meta.url));
const source = join(here, '..', 'node_modules', '@microsoft', 'office-js', 'dist');
const target = join(here, '..', 'office');
const list = join(here, 'office-files.txt');

const WANTED = [/^office\.js$/, /^word-(win32|mac|web|winrt|ios|15)[-.0-9]*\.js$/, /^o15apptofilemappingtable\.js$/, /^es6-promise\.js$/, /^(zh-cn|en-us)\/office_strings\.js$/, /^telemetry\/oteljs(_agave)?\.js$/];

if (!existsSync(source)) {
  console.error('office.js is not installed: run npm ci in addin/ first');
  process.exit(1);
}
if (process.argv.includes('--list')) {
  for (const file of files()) {
    console.log(`${hashOf(join(source, file))}  ${file}`);
  }
} else {
  take();
}

/** @returns {string[]} */
function files() {
  const all = readdirSync(source).concat(...['zh-cn', 'en-us', 'telemetry'].map((folder) => readdirSync(join(source, folder)).map((file) => `${folder}/${file}`)));
  return all.filter((file) => WANTED.some((pattern) => pattern.test(file))).sort();
}

function take() {
  const expected = readFileSync(list, 'utf8').trim().split('\n').map((line) => line.split('  '));
  const wrong = expected.filter(([hash, file]) => !existsSync(join(source, file)) || hashOf(join(source, file)) !== hash);
  if (wrong.length > 0) {
    console.error(`these files are not the expected ones, nothing was copied:\n${wrong.map(([, file]) => `  ${file}`).join('\n')}`);
    process.exit(1);
  }
  rmSync(target, { recursive: true, force: true });
  for (const [, file] of expected) {
    mkdirSync(dirname(join(target, file)), { recursive: true });
    copyFileSync(join(source, file), join(target, file));
  }
  console.log(`office.js: ${expected.length} files in addin/office`);
}

/** @param {string} file */
function hashOf(file) {
  return createHash('sha256').update(readFileSync(file)).digest('hex');
}

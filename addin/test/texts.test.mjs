import assert from 'node:assert/strict';
import { readFileSync, readdirSync, statSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { test } from 'node:test';
import { fileURLToPath } from 'node:url';

import { languageOf, textsOf } from '../src/text.mjs';
import english from '../src/text.en.mjs';
import chinese from '../src/text.zh-CN.mjs';

const root = join(dirname(fileURLToPath(import.meta.url)), '..');

test('both languages say the same things, in the same order, with the same blanks', () => {
  assert.deepEqual(Object.keys(english), Object.keys(chinese));
  for (const key of Object.keys(chinese)) {
    assert.deepEqual(blanks(english[key]), blanks(chinese[key]), key);
    assert.notEqual(english[key].trim(), '', key);
    assert.notEqual(chinese[key].trim(), '', key);
  }
});

test('Chinese text is Chinese, English text is not', () => {
  for (const [key, words] of Object.entries(english)) {
    assert.doesNotMatch(words.replace(/【待补】/, ''), /[\u4e00-\u9fff]/, key);
  }
  for (const [key, words] of Object.entries(chinese)) {
    assert.match(words, /[\u4e00-\u9fff]|Word|\{/, key);
  }
});

test('every text is used, and views hold none of their own', () => {
  const sources = files(join(root, 'src')).filter((file) => !/text\.(zh-CN|en)\.mjs$/.test(file)).map((file) => readFileSync(file, 'utf8'));
  const all = sources.join('\n');
  const families = [...all.matchAll(/`([\w.]+\.)\$\{/g)].map((match) => match[1]).concat([...all.matchAll(/`(\w+\.)\$\{/g)].map((match) => match[1]));
  const unused = Object.keys(chinese).filter((key) => !all.includes(`'${key}'`) && !families.some((family) => key.startsWith(family)));
  assert.deepEqual(unused, []);
  for (const file of files(join(root, 'src', 'views')).concat(files(join(root, 'src', 'work')))) {
    const code = readFileSync(file, 'utf8').replace(/\/\*[\s\S]*?\*\/|\/\/.*/g, '').replace("'中文'", '');
    assert.doesNotMatch(code, /[\u4e00-\u9fff]/, file);
  }
});

test('blanks are filled, and the language follows the choice before the browser', () => {
  assert.equal(textsOf('zh-CN')('form.missing', { count: 3 }), '缺 3 项');
  assert.equal(textsOf('en')('form.missing', { count: 3 }), '3 missing');
  assert.equal(languageOf(null, 'zh-Hans-CN'), 'zh-CN');
  assert.equal(languageOf(null, 'en-GB'), 'en');
  assert.equal(languageOf('zh-CN', 'en-GB'), 'zh-CN');
  assert.equal(languageOf(null, 'fr'), 'zh-CN');
});

/** @param {string} words */
function blanks(words) {
  return (words.match(/\{\w+\}/g) ?? []).sort();
}

/** @param {string} folder @returns {string[]} */
function files(folder) {
  return readdirSync(folder).flatMap((name) => {
    const path = join(folder, name);
    return statSync(path).isDirectory() ? files(path) : [path];
  });
}

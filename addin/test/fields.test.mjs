import assert from 'node:assert/strict';
import { test } from 'node:test';

import { changesOf, conflictsOf, isoDate, missingCount, parseInput } from '../src/fields.mjs';

const field = (more = {}) => ({ field: '$.a', label: '甲', kind: 'text', required: false, missing: false, value: null, ...more });
const form = (...fields) => ({ type: 't', title: '', groups: [{ label: '', fields }] });

const INPUTS = [
  ['text', {}, '  张三  ', '张三', null],
  ['text', {}, '', null, null],
  ['text', { required: true }, '   ', null, 'required'],
  ['number', {}, '１２，３４５', 12345, null],
  ['number', {}, '三', '三', 'number'],
  ['money', {}, '1,234.56元', 1234.56, null],
  ['money', {}, '1.234', '1.234', 'money'],
  ['money', {}, '-5', -5, null],
  ['date', {}, '2026年5月1日', '2026-05-01', null],
  ['date', {}, '2026/5/1', '2026-05-01', null],
  ['date', {}, '2026-02-30', '2026-02-30', 'date'],
  ['date', {}, '2026-05', '2026-05', 'date'],
  ['date', {}, '明天', '明天', 'date'],
  ['text', { format: 'partial-date' }, '2026年5月', '2026-05', null],
  ['text', { format: 'partial-date' }, '2026年', '2026', null],
  ['text', { format: 'partial-date' }, '2026-05-32', '2026-05-32', 'partialDate'],
  ['text', { format: 'id-card' }, '99000019910416002x', '99000019910416002X', null],
  ['text', { format: 'id-card' }, '990000', '990000', 'idCard'],
  ['text', { format: 'phone' }, '０００-20000311', '000-20000311', null],
  ['text', { format: 'phone' }, '无', '无', 'phone'],
  ['text', { format: 'postcode' }, '000000', '000000', null],
  ['text', { format: 'email' }, 'Name@example.org', 'Name@example.org', null],
  ['text', { format: 'email' }, 'name', 'name', 'email'],
  ['text', { format: 'credit-code' }, '９1990000MA00000000', '91990000MA00000000', null],
  ['flag', {}, 'false', false, null],
  ['multiline', {}, '一\n二', '一\n二', null],
];

for (const [kind, more, typed, value, problem] of INPUTS) {
  test(`${kind} ${JSON.stringify(more)} understands ${JSON.stringify(typed)}`, () => {
    assert.deepEqual(parseInput(field({ kind, ...more }), typed), { value, problem });
  });
}

test('a leap day is a day in leap years only', () => {
  assert.equal(parseInput(field({ kind: 'date' }), '2024-02-29').problem, null);
  assert.equal(parseInput(field({ kind: 'date' }), '2025-02-29').problem, 'date');
  assert.equal(isoDate('2026.5.1'), '2026-05-01');
});

test('only what differs from the case is a change; what is wrong is none', () => {
  const description = form(
    field({ field: '$.same', value: 5, kind: 'number' }),
    field({ field: '$.untouched', value: '旧' }),
    field({ field: '$.new', value: null }),
    field({ field: '$.emptied', value: '有' }),
    field({ field: '$.wrong', kind: 'money', value: 1 }),
  );
  const { changes, problems } = changesOf(description, { '$.same': '5.0', '$.new': '新', '$.emptied': '', '$.wrong': '很多' });
  assert.deepEqual(changes, [{ field: '$.new', value: '新' }, { field: '$.emptied', value: null }]);
  assert.deepEqual(problems, { '$.wrong': 'money' });
});

test('a conflict is what both changed differently, and nothing else', () => {
  const fresh = form(field({ field: '$.both', value: '他' }), field({ field: '$.mine', value: '旧' }), field({ field: '$.equal', value: '同' }));
  const mine = [{ field: '$.both', value: '我' }, { field: '$.mine', value: '我' }, { field: '$.equal', value: '同' }];
  const conflicts = conflictsOf(fresh, mine, { '$.both': '旧', '$.mine': '旧', '$.equal': '旧' });
  assert.deepEqual(conflicts.map((each) => [each.field, each.mine, each.theirs, each.choice]), [['$.both', '我', '他', null]]);
});

test('what is typed counts as filled before it is saved', () => {
  const description = form(field({ field: '$.a', required: true, missing: true }), field({ field: '$.b', required: true, missing: true }), field({ field: '$.c' }));
  assert.equal(missingCount(description, {}), 2);
  assert.equal(missingCount(description, { '$.a': '有' }), 1);
});

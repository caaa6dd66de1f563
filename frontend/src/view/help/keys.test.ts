import { expect, test } from 'vitest';
import { shellEn } from '../../messages/shell.en';
import { anywhereCommand, KEYS, plainCommand, type Stroke } from './keys';

function stroke(key: string, modifiers: Partial<Stroke> = {}): Stroke {
  return { key, ctrlKey: false, metaKey: false, shiftKey: false, altKey: false, ...modifiers };
}

test('run_explore_and_share_act_in_the_editor_too', () => {
  expect(anywhereCommand(stroke('Enter', { ctrlKey: true }))).toBe('run');
  expect(anywhereCommand(stroke('Enter', { metaKey: true }))).toBe('run');
  expect(anywhereCommand(stroke('e', { ctrlKey: true }))).toBe('explore');
  expect(anywhereCommand(stroke('E', { metaKey: true }))).toBe('explore');
  expect(anywhereCommand(stroke('s', { ctrlKey: true }))).toBe('share');
  expect(anywhereCommand(stroke('Enter'))).toBeUndefined();
});

test('shift_moves_within_the_lane', () => {
  expect(plainCommand(stroke('ArrowLeft'))).toBe('stepBack');
  expect(plainCommand(stroke('ArrowLeft', { shiftKey: true }))).toBe('laneBack');
  expect(plainCommand(stroke('ArrowRight', { shiftKey: true }))).toBe('laneForward');
});

test('keys_of_the_browser_are_left_to_it', () => {
  expect(plainCommand(stroke('t', { ctrlKey: true }))).toBeUndefined();
  expect(plainCommand(stroke('ArrowLeft', { altKey: true }))).toBeUndefined();
});

test('the_scheduler_has_digits_to_pick_and_two_keys_to_undo', () => {
  expect(plainCommand(stroke('1'))).toBe('pick');
  expect(plainCommand(stroke('9'))).toBe('pick');
  expect(plainCommand(stroke('0'))).toBeUndefined();
  expect(plainCommand(stroke('1', { ctrlKey: true }))).toBeUndefined();
  expect(plainCommand(stroke('Backspace'))).toBe('undoPick');
  expect(plainCommand(stroke('z', { metaKey: true }))).toBe('undoPick');
  expect(plainCommand(stroke('z', { ctrlKey: true }))).toBe('undoPick');
  expect(plainCommand(stroke('z'))).toBeUndefined();
});

test('capitals_mean_the_same', () => {
  expect(plainCommand(stroke('T', { shiftKey: true }))).toBe('scale');
  expect(plainCommand(stroke('?', { shiftKey: true }))).toBe('help');
});

test('every_key_of_the_sheet_has_its_text', () => {
  const texts: Readonly<Record<string, unknown>> = shellEn.help;
  for (const { keys } of KEYS) {
    for (const [command] of keys) expect(texts[command]).toBeTypeOf('string');
  }
});

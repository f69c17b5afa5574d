import { IntlMessageFormat } from 'intl-messageformat';
import { adviceCodes, adviceReasons } from '../advice.table.js';
import { findingCodes } from '../findings.table.js';
import { assess } from '../assess.js';
import { assessInput, type AssessInput } from '../assess-input.js';
import { examA1, hip, iDxa, msIyer, msOkafor, row, spine, zRow } from '../exams.story.js';
import { forbiddenIn } from './forbidden-wording.js';
import { languages, speak, tongues, type Language } from './speak.js';

type Elements = ReturnType<IntlMessageFormat['getAst']>;

/** Names of the arguments of an ICU message, at every depth. */
const argumentsOf = (elements: Elements): string[] =>
  elements.flatMap((element) => [
    ...('value' in element && element.type !== 0 ? [String(element.value)] : []),
    ...('options' in element && element.options !== undefined && element.options !== null
      ? Object.values(element.options as Record<string, { value: Elements }>).flatMap((option) => argumentsOf(option.value))
      : []),
  ]);

const messageArguments = (message: string, locale: string): string[] =>
  [...new Set(argumentsOf(new IntlMessageFormat(message, locale).getAst()))].sort();

const messages = (language: Language) =>
  Object.entries(tongues[language].wording).flatMap(([section, texts]) =>
    Object.entries(texts).map(([key, message]) => ({ place: `${section} ${key}`, message: String(message) })),
  );

/** The codes of the exam format that are told in words. */
const formatCodes: Readonly<Record<string, readonly string[]>> = {
  scores: [
    'T_SCORE_AFTER_MENOPAUSE',
    'T_SCORE_IN_TRANSITION',
    'T_SCORE_MEN_50',
    'Z_SCORE_BEFORE_MENOPAUSE',
    'Z_SCORE_MEN_UNDER_50',
    'Z_SCORE_CHILD',
    'SEX_UNKNOWN',
    'MENOPAUSAL_STATUS_UNKNOWN',
  ],
  categories: ['normal', 'low-bone-density', 'osteoporosis', 'within-expected-range', 'below-expected-range'],
  letter: ['normal', 'low-bone-density', 'osteoporosis', 'within-expected-range', 'below-expected-range', 'none'],
  noCategory: ['NO_USABLE_SITE', 'SEX_UNKNOWN', 'MENOPAUSAL_STATUS_UNKNOWN'],
  notComparable: [
    'OTHER_SCANNER',
    'OTHER_MANUFACTURER',
    'OTHER_SIDE',
    'OTHER_REGIONS',
    'OTHER_MODE',
    'PRIOR_NOT_INTERPRETABLE',
    'CURRENT_NOT_INTERPRETABLE',
    'SINGLE_VERTEBRA',
    'NO_LSC',
  ],
  kinds: ['positioning', 'artefact', 'movement', 'degenerative', 'fracture', 'hardware', 'insufficient-area', 'other'],
  sites: ['lumbar-spine', 'hip', 'forearm', 'whole-body', 'whole-body-less-head', 'lateral-spine'],
  vfa: ['yes', 'no', 'maybe', 'indeterminate'],
  findings: Object.keys(findingCodes),
  advice: Object.keys(adviceCodes),
  reasons: Object.keys(adviceReasons),
};

describe.each(languages)('the wording of %s', (language) => {
  test('has every code of the exam format', () => {
    const missing = Object.entries(formatCodes).flatMap(([section, codes]) =>
      codes.filter((code) => !messages(language).some(({ place, message }) => place === `${section} ${code}` && message !== '')),
    );
    expect(missing).toEqual([]);
  });

  test('has the keys and the arguments of English, each a message that can be read', () => {
    const shape = (one: Language) =>
      messages(one)
        .map(({ place, message }) => `${place}: ${messageArguments(message, tongues[one].locale).join(' ')}`)
        .sort();
    expect(shape(language)).toEqual(shape('en'));
  });

  test('has nothing that is forbidden in it', () => {
    const found = messages(language).flatMap(({ place, message }) =>
      forbiddenIn(message.replace(/[{}]/g, ' '), language).map((one) => `${place}: ${one}`),
    );
    expect(found).toEqual([]);
  });
});

test.each([
  ['en', 'A DEXA scan', 'DEXA'],
  ['en', 'shows severe osteopenia', 'severe osteopenia'],
  ['en', 'She has the bones of an 80-year-old.', 'bones of an 80'],
  ['en', 'T score -2.0', 'T score'],
  ['en', 'BMD undefined', 'undefined'],
  ['de', 'DEXA-Messung', 'DEXA'],
  ['de', 'schwere Osteopenie', 'schwere Osteopenie'],
  ['de', 'Knochen einer 80-Jährigen', 'Knochen einer 80'],
  ['es', 'osteopenia severa', 'osteopenia severa'],
  ['es', 'huesos de una mujer de 80 años', 'huesos de una mujer de 80'],
  ['fr', 'ostéopénie sévère', 'ostéopénie sévère'],
  ['fr', 'des os d’une femme de 80 ans', 'os d’une femme de 80'],
] as const)('%s: "%s" is found', (language, text, found) => {
  expect(forbiddenIn(text, language)).toEqual([found]);
});

const told = (language: Language, more: Partial<AssessInput>) =>
  assess(assessInput.parse({ patient: msOkafor, exam: examA1(hip('left', row('total-hip', -2.6))), language, ...more }));

const textOf = (assessment: ReturnType<typeof told>, section: string): string =>
  assessment.sentences
    .filter((one) => one.section === section)
    .map(({ text }) => text)
    .join(' ');

describe('one exam in four languages', () => {
  const prior = { ...examA1(hip('left', { region: 'total-hip', bmd: 0.75 })), examId: 'E0', date: '2024-05-04' };
  const precision = [{ scannerSerial: iDxa.serial, site: 'hip' as const, regions: 'total-hip', lscGcm2: 0.03 }];

  test('differs in nothing but its text', () => {
    const plain = (language: Language) => {
      const { sentences, ...rest } = told(language, { priors: [prior], precision });
      return { ...rest, sentences: sentences.map(({ text: _text, ...one }) => one) };
    };
    for (const language of languages) expect(plain(language)).toEqual(plain('en'));
    expect(told('en', {})).toEqual(told('en', { language: undefined }));
  });

  test.each([
    ['en', 'Osteoporosis by WHO criteria: lowest T-score -2.6, left total hip.'],
    ['de', 'Osteoporose nach WHO-Kriterien: niedrigster T-Score -2,6, linkes Gesamtfemur.'],
    ['es', 'Osteoporosis según los criterios de la OMS: T-score más bajo -2,6, cadera total izquierda.'],
    ['fr', 'Ostéoporose selon les critères de l’OMS : T-score le plus bas -2,6, hanche totale gauche.'],
  ] as const)('%s states the diagnosis with its decimal sign', (language, says) => {
    expect(textOf(told(language, {}), 'assessment')).toContain(says);
  });

  test.each([
    ['en', '2024-05-04', 'difference -0.070 g/cm2 (-9.3 %): a significant decrease (least significant change 0.030 g/cm2)'],
    ['de', '04.05.2024', 'Differenz -0,070 g/cm² (-9,3 %): signifikante Abnahme (kleinste signifikante Änderung 0,030 g/cm²)'],
    ['es', '04/05/2024', 'diferencia -0,070 g/cm² (-9,3 %): disminución significativa (mínimo cambio significativo 0,030 g/cm²)'],
    [
      'fr',
      '04/05/2024',
      'différence -0,070 g/cm² (-9,3 %) : diminution significative (plus petite variation significative 0,030 g/cm²)',
    ],
  ] as const)('%s states the change with date and LSC', (language, date, says) => {
    const text = textOf(told(language, { priors: [prior], precision }), 'comparison');
    expect(text).toContain(date);
    expect(text).toContain(says);
  });

  /** What would call a difference a change: gain, loss, increase, decrease. */
  const changes: Readonly<Record<Language, RegExp>> = {
    en: /increase|decrease|loss|lost|gained|stable/i,
    de: /Zunahme|Abnahme|Verlust|verloren|gewonnen|stabil/i,
    es: /aumento|disminución|pérdida|perdido|ganado|estabilidad/i,
    fr: /augmentation|diminution|perte|perdu|gagné|stabilité|stable/i,
  };

  test.each(languages)('without an LSC nothing is called a change: %s', (language) => {
    const silent = told(language, { priors: [prior] });
    const spoken = told(language, { priors: [prior], precision });
    for (const section of ['comparison', 'patient-letter']) {
      expect(textOf(silent, section)).not.toMatch(changes[language]);
      expect(textOf(spoken, section)).toMatch(changes[language]);
    }
  });

  test.each([
    ['en', /osteop|T-score/i],
    ['de', /osteop|T-Score/i],
    ['es', /osteop|T-score/i],
    ['fr', /ostéop|T-score/i],
  ] as const)('who is judged by Z hears of no osteopenia, osteoporosis or T-score: %s', (language, never) => {
    const exam = examA1(spine(zRow('L1-L4', -3, { tScore: -3.5, bmd: 0.76 })), hip('left', zRow('total-hip', -1)));
    const text = told(language, { patient: msIyer, exam }).sentences.map((one) => one.text);
    expect(text.join(' ')).not.toMatch(never);
  });
});

test.each([
  ['en', '7.5', 'a, b and c', '2023-01'],
  ['de', '7,5', 'a, b und c', '01.2023'],
  ['es', '7,5', 'a, b y c', '01/2023'],
  ['fr', '7,5', 'a, b et c', '01/2023'],
] as const)('%s writes numbers, lists and parts of dates its own way', (language, number, list, month) => {
  const { date, ...speaker } = speak(language);
  expect([speaker.number(7.5), speaker.list(['a', 'b', 'c']), date('2023-01')]).toEqual([number, list, month]);
  expect(speaker.number(1e21)).toBe('1000000000000000000000');
  expect(date('2023')).toBe('2023');
});

test('one month is not several', () => {
  const said = languages.map((language) => speak(language).say('letter', 'nextExam', { months: 1 }));
  expect(said.map((text) => /1 \S+?(?=\.| v)/.exec(text)?.[0])).toEqual(['1 month', '1 Monat', '1 mes', '1 mois']);
});

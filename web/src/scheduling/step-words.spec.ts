import { askedInWords, detailInWords, stepInWords, whoInWords } from './step-words.js';

describe('a step in words', () => {
  it('has a name, also where it is about a cancel or a scan that is not here yet', () => {
    expect((['scan-received', 'scan-started', 'scan-discontinued', 'cancel-asked', 'cancelled'] as const).map((name) => stepInWords({ name }))).toEqual([
      'Images and results received',
      'Scan begun',
      'Scan broken off',
      'Cancel asked for after the scan',
      'Cancelled',
    ]);
  });

  it('says by which rule a study is complete, and whether one without an exam may belong to it', () => {
    expect(detailInWords({ name: 'scan-received', detail: 'quiet-time' })).toBe('taken as complete: nothing more came for a minute');
    expect(detailInWords({ name: 'scan-unmatched', detail: 'suggested' })).toBe('only the patient fits: a person decides');
  });

  it('leaves every other detail as it came', () => {
    expect(detailInWords({ name: 'images-archived', detail: 'pacs' })).toBe('pacs');
    expect(detailInWords({ name: 'scan-received', detail: 'new-rule' })).toBe('new-rule');
    expect(detailInWords({ name: 'signed' })).toBe('');
  });

  it('tells a service from a person and a sender', () => {
    expect([whoInWords({ by: 'modality-gateway' }), whoInWords({ by: 'ris' }), whoInWords({ by: 'frank' })]).toEqual(['Osteon, modality gateway', 'ris', 'frank']);
  });

  it('asks a person where a cancel came after the scan', () => {
    expect(askedInWords([{ name: 'scan-received' }, { name: 'cancel-asked' }])).toContain('A person decides');
    expect(askedInWords([{ name: 'signed' }, { name: 'cancel-asked' }])).toContain('The signed report stands');
    expect(askedInWords([{ name: 'scan-received' }])).toBeUndefined();
  });
});

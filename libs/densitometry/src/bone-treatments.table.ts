/** A drug that acts on bone, as it may be written, and for how long after its end the bone still counts as treated for FRAX [M]. */
export interface BoneTreatment {
  readonly kind:
    'bisphosphonate' | 'denosumab' | 'romosozumab' | 'pth-analogue' | 'serm' | 'oestrogen' | 'calcitonin' | 'strontium';
  readonly written: RegExp;
  readonly treatedForYears: 1 | 2;
}

/** Calcium and vitamin D do not count. Not read in a source [M]: kept here so that it can be corrected in one place. */
export const boneTreatments: readonly BoneTreatment[] = [
  {
    kind: 'bisphosphonate',
    written: /dron(ate|ic)|dronat|zoledron|fosamax|actonel|boniva|bonviva|aclasta|reclast/i,
    treatedForYears: 2,
  },
  { kind: 'denosumab', written: /denosumab|prolia/i, treatedForYears: 1 },
  { kind: 'romosozumab', written: /romosozumab|evenity/i, treatedForYears: 1 },
  { kind: 'pth-analogue', written: /teriparatid|abaloparatid|forteo|forsteo|tymlos/i, treatedForYears: 1 },
  { kind: 'serm', written: /raloxifen|bazedoxifen|evista/i, treatedForYears: 1 },
  { kind: 'oestrogen', written: /o?estr(ogen|adiol)|tibolon|hormone replacement|menopausal hormone/i, treatedForYears: 1 },
  { kind: 'calcitonin', written: /calcitonin/i, treatedForYears: 1 },
  { kind: 'strontium', written: /strontium ranelate/i, treatedForYears: 1 },
];

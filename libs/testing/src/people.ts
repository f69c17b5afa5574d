import { person, system, type Actor } from '@osteon/identity';

/** The hospital where most stories happen, and another one of the same network. */
export const NORTH = 'NORTH';
export const SOUTH = 'SOUTH';

/** Physician at NORTH, who reads and signs. */
export const drLee = person('dr-lee', 'Dr Lee', { [NORTH]: ['physician'] });
/** A second physician at NORTH. */
export const drKim = person('dr-kim', 'Dr Kim', { [NORTH]: ['physician'] });
/** Physician at SOUTH only: knows nothing of NORTH. */
export const drSilva = person('dr-silva', 'Dr Silva', { [SOUTH]: ['physician'] });
/** Front desk at NORTH. */
export const msFrank = person('ms-frank', 'Ms Frank', { [NORTH]: ['front-desk'] });
/** Technologist at NORTH. */
export const mrTanaka = person('mr-tanaka', 'Mr Tanaka', { [NORTH]: ['technologist'] });
/** Manager of NORTH. */
export const msBauer = person('ms-bauer', 'Ms Bauer', { [NORTH]: ['manager'] });
/** Administrator of the whole network. */
export const msNovak = person('ms-novak', 'Ms Novak', { '*': ['administrator'] });
/** Operations of the whole network. */
export const mrOps = person('mr-ops', 'Mr Ops', { '*': ['operations'] });

/** A service that acts on what it has heard. */
export const service = (name: string): Actor => system(name);

/** Patient at NORTH, 67 years old, who comes for exam A1. */
export const msOkafor = {
  patientId: '0190a000-0000-7000-8000-000000000001',
  identifier: { value: '483920', authority: 'NORTH-HIS' },
  name: { family: 'Okafor', given: 'Grace' },
  birthDate: '1958-11-20',
  sex: 'female',
} as const;

/** Ms Okafor's exam: spine and hip, on the morning of `at`. */
export const examA1 = {
  examId: '0190a000-0000-7000-8000-0000000000a1',
  accessionNumber: 'A1',
  studyInstanceUID: '1.2.826.0.1.3680043.10.1405.1',
  patientId: msOkafor.patientId,
  facilityId: NORTH,
} as const;

import { serviceNames } from '@osteon/local/platform';

/** The steps of an exam in their order: what somebody outside does, or waits for. */
export const steps = ['order', 'arrive', 'worklist', 'begin', 'store', 'complete', 'commit', 'read', 'sign', 'deliver'] as const;
export type StepName = (typeof steps)[number];

/** What happens in a strike, and how it is written in the table. */
export const kinds = {
  kill: 'kill -9',
  relay: 'kill -9 right after the answer, before its relay',
  freeze: 'stops answering (SIGSTOP) for 8 s',
  refuse: 'refuses connections for 5 s',
  full: 'has no space left for 5 s',
  clock: 'clock jumps, and back after 5 s',
  copies: 'a second copy beside it, which is then killed',
  rolling: 'rolling restart under load',
  drop: 'proxy drops the answer',
  close: 'proxy half-closes',
  delay: 'proxy delays by 3 s',
  duplicate: 'proxy duplicates the answer',
  reorder: 'proxy gives the answers in another order',
} as const;
export type Kind = keyof typeof kinds;

/** One place of the matrix: who is struck, how, and at which step of an exam. */
export interface Cell {
  readonly kind: Kind;
  readonly target: string;
  readonly step: StepName;
}

const cells = (kind: Kind, targets: readonly string[], at: readonly StepName[] = steps): Cell[] =>
  targets.flatMap((target) => at.map((step) => ({ kind, target, step })));

/** Where a service has most to lose: something has just come, or is just going. */
const turns = ['order', 'store', 'sign', 'deliver'] as const;
const emrSteps = ['sign', 'deliver'] as const;
const pacsSteps = ['store', 'sign', 'deliver'] as const;
const proxied = ['drop', 'close', 'delay', 'duplicate', 'reorder'] as const;

/** Every cell that is struck. What is not in it is shown as empty. */
export const matrix: readonly Cell[] = [
  ...cells('kill', [...serviceNames, 'kafka', 'postgres']),
  ...cells('relay', ['scheduling'], ['order', 'arrive']),
  ...cells('relay', ['modality-gateway'], ['begin', 'store', 'complete', 'commit']),
  ...cells('relay', ['reading'], ['read']),
  ...cells('relay', ['reporting'], ['sign']),
  ...cells('freeze', ['kafka']),
  ...cells('freeze', serviceNames, turns),
  ...cells('refuse', ['postgres']),
  ...cells('full', ['postgres', 'objects']),
  ...cells('clock', ['an hour on', 'an hour back']),
  ...cells('copies', serviceNames, turns),
  ...cells('rolling', ['all services'], turns),
  ...proxied.flatMap((kind) => [...cells(kind, ['emr'], emrSteps), ...cells(kind, ['pacs'], pacsSteps)]),
];

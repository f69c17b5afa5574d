import { fold, Refusal, type Aggregate, type DomainEvent, type RefusalDefinition, type RefusalValues, type Rule } from '@osteon/event-store';
import type { Context } from '@osteon/identity';
import { context } from './context.js';
import { drLee } from './people.js';

/** What a rule answered, to be compared with what it should have. */
export interface Outcome<E extends DomainEvent> {
  /** Exactly these facts, in this order. */
  then(...events: readonly E[]): void;
  thenNothing(): void;
  /** This refusal; its values too where they are given. */
  thenRefused(definition: RefusalDefinition, values?: RefusalValues): void;
}

const refusalOf = (decide: () => unknown): Refusal | undefined => {
  try {
    decide();
  } catch (error) {
    if (error instanceof Refusal) return error;
    throw error;
  }
  return undefined;
};

const outcome = <E extends DomainEvent>(decide: () => readonly E[]): Outcome<E> => ({
  then: (...events) => expect(decide()).toEqual(events),
  thenNothing: () => expect(decide()).toEqual([]),
  thenRefused: (definition, values) => {
    const refusal = refusalOf(decide);
    expect(refusal?.code).toBe(definition.code);
    if (values !== undefined) expect(refusal?.values).toEqual(values);
  },
});

/** A stream with these facts behind it: `given(reports, drafted).when(rule).then(signed)`. Dr Lee asks, where nobody is named. */
export const given = <State, E extends DomainEvent>(aggregate: Aggregate<State, E>, ...events: readonly NoInfer<E>[]) => ({
  when: (rule: Rule<State, E>, asked: Context = context(drLee)): Outcome<E> => outcome(() => rule(fold(aggregate, events), asked)),
});

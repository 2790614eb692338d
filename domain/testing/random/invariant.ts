import type { ApplicationEvent, ApplicationEventType } from '../../application/events.ts'
import type { Moved, RandomLife } from './live-randomly.ts'

/** What breaks it; nothing when it holds. */
export type Invariant = (life: RandomLife) => readonly unknown[]

type Event<Type extends ApplicationEventType> = Extract<ApplicationEvent, { readonly type: Type }>

export function eventsOf(moves: readonly Moved[]): readonly ApplicationEvent[] {
  return moves.map(({ event }) => event)
}

export function is<Type extends ApplicationEventType>(
  event: ApplicationEvent,
  ...types: readonly Type[]
): event is Event<Type> {
  return (types as readonly ApplicationEventType[]).includes(event.type)
}

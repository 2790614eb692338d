import type { Measured, Target } from './section.ts'

/** A figure of the report; without a target it is told without a promise. */
export function figure(
  what: string,
  value: number,
  unit: Measured['unit'],
  target: Target = null,
): Measured {
  return { what, target, value, unit }
}

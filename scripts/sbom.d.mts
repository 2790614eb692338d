type Component = { readonly name: string; readonly version: string }
type Bill = { readonly components: readonly Component[]; readonly dependencies: readonly object[] }

export const ALLOWED: readonly string[]
export function productionPackages(lock: object): string[]
export function shippedBill(bill: object, lock: object): Bill
export function billFaults(bill: object, lock: object): string[]
export function licenceAllowed(expression: string): boolean

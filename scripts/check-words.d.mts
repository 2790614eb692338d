export function wordFaults(root?: string): readonly string[]

/** One after the other by name: ten tabs of one person with the right password are none of them a guess too many. */
export function createNameTurns() {
  const last = new Map<string, Promise<unknown>>()

  return async <Result>(name: string, work: () => Promise<Result>): Promise<Result> => {
    const before = last.get(name) ?? Promise.resolve()
    const mine = before.then(work, work)
    last.set(name, mine)
    try {
      return await mine
    } finally {
      if (last.get(name) === mine) last.delete(name)
    }
  }
}

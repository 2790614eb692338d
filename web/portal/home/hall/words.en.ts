export const words = {
  open: 'Open now',
  closed: 'Closed now',
  hours: 'Open',
  unconfirmed: 'opening hours to be confirmed by the owner',
  nextOpen: (date: string, weekday: string) => `Opens again on ${weekday}, ${date}`,
  waiting: (people: number) => (people === 0 ? 'nobody waiting' : `${people} waiting`),
  about: (minutes: number) => (minutes === 0 ? 'served at once' : `about ${minutes} min`),
  between: (minutes: number, most: number) => `about ${minutes} min, mostly under ${most} min`,
  notServed: 'no window open',
  noWindow: 'No window is calling just now; take a number in the hall.',
  unknown: 'How many wait cannot be seen just now.',
  stale: 'No connection; this is how it stood.',
}

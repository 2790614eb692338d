export const words = {
  title: 'Collect a result',
  lead: 'First see whether it is ready and at which window. By application number and query code.',
  ready: 'Ready to collect',
  collected: 'Collected already',
  ended: 'There is no result to collect',
  'not-yet': 'Not ready yet',
  where: (windows: readonly number[]) =>
    windows.length === 0
      ? 'Please go to a comprehensive window.'
      : `Please go to window ${windows.join(', ')}.`,
  bring: 'Bring your ID and the receipt; whoever collects for you also your mandate.',
  waiting: (people: number) => `${people} waiting to collect.`,
  notYetSays: 'You will be told when it is; or look here again.',
  collectedSays: 'It has been handed out. If in doubt ask at the guide desk.',
  take: 'Take a number to collect',
  done: 'Done, clear the screen',
}

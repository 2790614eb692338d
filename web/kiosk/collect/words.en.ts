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
  locker: 'In the locker, ready to take now',
  lockerBox: (box: number) => `Your result is in box ${box} of the locker.`,
  lockerElsewhere:
    'This kiosk opens no locker. Use the one beside the locker, or collect at a window.',
  lockerWho: 'Lay down your own ID card; or type its number, which the record will say.',
  identity: 'Number of your resident identity card',
  identityHelp: 'Only the applicant in person; whoever collects for you goes to a window',
  signHere: 'Sign with your finger in the frame: the receipt of delivery',
  signAgain: 'Sign again',
  openBox: 'Sign and open the box',
  openingBox: 'Opening…',
  boxOpen: (box: number) => `Box ${box} is open. Take your result and close the door.`,
  boxClosed: 'The door is closed.',
  taken: 'I have it',
  notTaken: 'I did not get it',
  thanks: 'Done. The delivery is recorded.',
  boxStuck: (box: number) =>
    `Box ${box} did not open; the window has been told. Try again, or collect at a window.`,
  tryAgain: 'Try again',
  notTakenSays: 'The window will look; nothing was recorded as delivered. Please ask there.',
  done: 'Done, clear the screen',
}
